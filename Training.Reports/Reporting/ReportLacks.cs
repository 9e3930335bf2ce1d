using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.TrainingHours;

namespace Training.Reports.Reporting;

/// <summary>What the figures of a report do not hold.</summary>
public static class ReportLacks
{
    public const string Unsealed = nameof(Unsealed);
    public const string Pending = nameof(Pending);
    public const string DaysToCome = nameof(DaysToCome);
    public const string GenderNotStated = nameof(GenderNotStated);
    public const string AgeNotStated = nameof(AgeNotStated);
    public const string InReview = nameof(InReview);

    public static async Task<IReadOnlyList<ReportLack>> FindAsync(TrainingDbContext db, OfficeClock clock, ReportContext context, ReportTable table, CancellationToken ct)
    {
        var day = clock.DateOn(context.CutOff);
        var facts = await TrainingHoursFacts.OfAsync(db, context, ct);
        var (basis, unsealed) = (table.Basis, await facts.UnsealedHalfDays(day).Select(register => register.SessionId).ToListAsync(ct));
        var people = (basis?.People ?? context.Used.People.Values.ToList()).DistinctBy(who => who.Person).ToList();
        return
        [
            new(Unsealed, unsealed.Count(session => basis is null || basis.Sessions.Contains(session))),
            new(Pending, await PendingMinutesAsync(facts, basis, ct)),
            new(DaysToCome, Math.Max(0, context.Question.To.DayNumber - day.DayNumber)),
            new(GenderNotStated, Shown(people.Count(who => who.Gender == Gender.NotStated))),
            new(AgeNotStated, Shown(people.Count(who => who.YearOfBirth is null))),
            .. table.OwnLacks,
        ];

        // A small number of people is not published here either.
        int Shown(int count) => context.Question.IsPublished && count < SmallNumbers.Smallest ? 0 : count;
    }

    // Minutes missed in sealed half-days on which nothing was decided.
    private static async Task<int> PendingMinutesAsync(TrainingHoursFacts facts, ReportBasis? basis, CancellationToken ct)
    {
        var missed = await facts.Missed.ToListAsync(ct);
        var rulings = (await facts.Rulings.AsNoTracking().ToListAsync(ct)).ToLookup(ruling => (ruling.EnrolmentId, ruling.Date));
        return missed.Where(mark => basis is null || basis.Enrolments.Contains(mark.EnrolmentId)).Sum(mark => AttendedMinutes.Of(mark.SlotMinutes, mark.Gaps, rulings[(mark.EnrolmentId, mark.Date)]).Pending);
    }
}
