using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Planning;

/// <summary>A session as the secretariat plans it: one row for each day.</summary>
public sealed class SessionForm
{
    public const int MostDays = 60;
    public const int MostSeats = 1000;
    private const int RowsAtFirst = 4;
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>The button that was pressed when it is not the one that saves.</summary>
    public const string MoreRows = "rows";

    /// <summary>One day. Without hours it has those of the day before.</summary>
    public sealed class Day
    {
        public string? Date { get; set; }

        public string? Hours { get; set; }
    }

    public Guid? Session { get; set; }

    public int Version { get; set; }

    public Guid? Course { get; set; }

    public string? Code { get; set; }

    public TeachingLanguage Language { get; set; }

    public Guid? Room { get; set; }

    public int? CapacityMin { get; set; }

    public int? CapacityMax { get; set; }

    public IList<Guid> Trainer { get; init; } = [];

    public IList<Day> Days { get; init; } = [];

    public string? AcceptedBecause { get; set; }

    public string? Button { get; set; }

    public static SessionForm Of(Session session) => new()
    {
        Session = session.Id.Value,
        Version = session.Version,
        Code = session.Code,
        Language = session.Language,
        Room = session.RoomId.Value,
        CapacityMin = session.CapacityMin,
        CapacityMax = session.CapacityMax,
        Trainer = [.. session.Trainers.Select(trainer => trainer.PersonId.Value)],
        Days = [.. session.Slots.GroupBy(slot => slot.Date).OrderBy(day => day.Key).Select(day => new Day
        {
            Date = day.Key.ToString(DateFormat, CultureInfo.InvariantCulture),
            Hours = HoursText.Write(day.Select(slot => slot.Hours)),
        })],
    };

    /// <summary>The rows to show: what was typed, and some that are empty.</summary>
    public IReadOnlyList<Day> Rows
    {
        get
        {
            var typed = Days.Where(day => !string.IsNullOrWhiteSpace(day.Date) || !string.IsNullOrWhiteSpace(day.Hours)).ToList();
            var wanted = Math.Min(MostDays, Math.Max(RowsAtFirst, typed.Count + (Button == MoreRows ? RowsAtFirst : 1)));
            return [.. typed, .. Enumerable.Range(0, Math.Max(0, wanted - typed.Count)).Select(_ => new Day())];
        }
    }

    /// <summary>The plan that is asked for; what cannot be read is told at its field.</summary>
    public SessionPlan? ToPlan(ModelStateDictionary state, Texts texts)
    {
        var slots = ReadDays(state, texts);
        if (Room is null)
            state.AddModelError(nameof(Room), texts["Planning_RoomMissing"]);
        if (CapacityMin is not { } min || CapacityMax is not { } max || min < 0 || max < Math.Max(1, min) || max > MostSeats)
        {
            state.AddModelError(nameof(CapacityMax), texts["Planning_CapacityWrong"]);
            return null;
        }

        if (AcceptedBecause?.Trim().Length > AcceptedClash.ReasonMaxLength || NationalNumberDetector.IsIn(AcceptedBecause))
            state.AddModelError(nameof(AcceptedBecause), texts[NationalNumberDetector.IsIn(AcceptedBecause) ? "NationalNumberFound" : "Planning_ReasonTooLong"]);
        return state.IsValid && Room is { } room
            ? new SessionPlan(Language, RoomId.From(room), min, max, [.. Trainer.Distinct().Select(PersonId.From)], slots)
            : null;
    }

    private List<PlannedSlot> ReadDays(ModelStateDictionary state, Texts texts)
    {
        var slots = new List<PlannedSlot>();
        IReadOnlyList<TimeInterval>? before = null;
        foreach (var (index, day) in Days.Take(MostDays).Index())
        {
            if (string.IsNullOrWhiteSpace(day.Date) && string.IsNullOrWhiteSpace(day.Hours))
                continue;

            if (!DateOnly.TryParseExact(day.Date?.Trim(), [DateFormat, "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                state.AddModelError($"Days[{index}].Date", texts["Planning_DateUnreadable"]);
                continue;
            }

            var hours = string.IsNullOrWhiteSpace(day.Hours) ? before : HoursText.Read(day.Hours);
            if (hours is null)
                state.AddModelError($"Days[{index}].Hours", texts["Planning_HoursUnreadable"]);
            else
                slots.AddRange((before = hours).Select(stretch => new PlannedSlot(date, stretch)));
        }

        return slots;
    }
}
