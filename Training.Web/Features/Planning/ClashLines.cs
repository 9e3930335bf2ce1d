using Training.Domain.Sessions;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Planning;

/// <summary>Clashes in the reader's words.</summary>
public static class ClashLines
{
    public static string Of(Texts texts, Clash clash) => string.Join(" · ", Parts(texts, clash).Where(part => part.Length > 0));

    private static IEnumerable<string> Parts(Texts texts, Clash clash)
    {
        yield return texts.Of(clash.Kind);
        yield return clash.Name;
        yield return clash.OtherCode;
        yield return clash.Kind == ClashKind.RoomTooSmall ? "" : Show.ShortDate(clash.Date);
        yield return clash.Hours is { } hours ? $"{Show.Time(hours.Start)}–{Show.Time(hours.End)}" : "";
    }
}
