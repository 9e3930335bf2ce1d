using Training.Domain.TimeRelease;
using Training.Web.Features.Shared;

namespace Training.Web.Features.TimeRelease;

/// <summary>The lines of a balance's story as sentences: the page and the command line tell it in the same words.</summary>
public static class StorySentences
{
    private static readonly string[] CodedNotes = [LedgerEntry.AttendanceCorrected, LedgerEntry.UsedBeforeTheCap, LedgerEntry.SessionGrew];

    public static string Of(StoryLine line, Texts texts)
    {
        var entry = line.Entry;
        var key = entry.Kind == LedgerEntryKind.Correct ? $"Story_Correct_{entry.From}_{entry.To}" : $"Story_{entry.Kind}";
        return texts[key, Show.Hours(entry.Minutes), entry.Kind switch
        {
            LedgerEntryKind.Opening or LedgerEntryKind.Elsewhere => entry.Note ?? "",
            LedgerEntryKind.Exception => ReasonOf(entry, texts),
            _ => SubjectOf(line, texts),
        }, entry.Proof, entry.ApprovedBy];
    }

    /// <summary>The figures behind the minutes, or nothing.</summary>
    public static string? FiguresOf(StoryLine line, Texts texts) => line.Rows.Count == 0
        ? null
        : texts["Story_Figures", string.Join(", ", line.Rows.Select(row => $"{texts[$"Parameter_{row.Key}"]} = {row.Value}"))];

    /// <summary>Until when hours that are left can be used.</summary>
    public static IEnumerable<string> ExpiryOf(AccountStory story, Texts texts)
    {
        if (story.Expiry is not { } expiry)
            yield break;

        if (expiry.CarriedInUntil is { } carriedInUntil)
            yield return texts["Story_CarriedInUntil", Show.Hours(expiry.CarriedInMinutes), Show.Date(carriedInUntil)];
        yield return texts["Story_LastDay", Show.Date(expiry.LastDay)];
        if (expiry.MovesMinutes > 0 && expiry.MovedUntil is { } movedUntil)
            yield return texts["Story_MovesUntil", Show.Hours(expiry.MovesMinutes), Show.Date(movedUntil)];
        else if (expiry.MovesMinutes > 0)
            yield return texts["Story_Moves", Show.Hours(expiry.MovesMinutes)];
    }

    private static string ReasonOf(LedgerEntry entry, Texts texts) =>
        CodedNotes.Contains(entry.Note) ? texts[$"LedgerNote_{entry.Note}"] : entry.Note ?? "";

    private static string SubjectOf(StoryLine line, Texts texts) => (line.Course, line.Date) switch
    {
        ({ } course, { } date) => $"{course.In(texts.Language)} ({line.SessionCode}), {Show.Date(date)}, {texts.Of(line.Part!.Value)}",
        ({ } course, null) => $"{course.In(texts.Language)} ({line.SessionCode})",
        _ => "",
    };
}
