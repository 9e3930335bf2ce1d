using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.Courses;
using Training.Domain.Messages;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Domain.Funding;

/// <summary>
/// Tells the managers that a funder's day comes near, so many days ahead as <c>funding.deadlineWarningDays</c> says: the days that a grant's decree
/// names, the yearly day of a programme under which a grant ran the year before, and those of paid educational leave where the school offers it.
/// Each warning is given once; of several that were missed, the latest.
/// </summary>
public sealed class WarnOfDeadlines(TrainingDbContext db, OfficeClock clock, RecordByRecord each)
{
    private const string EducationalLeave = "CEP-BEV";

    private static readonly Dictionary<string, string> Yearly = new()
    {
        ["COHESION"] = ParameterKeys.CohesionDeadline,
        ["IMPULSION"] = ParameterKeys.ImpulsionDeadline,
        ["VGC-VORM"] = ParameterKeys.VgcDeadline,
    };

    private sealed record Deadline(string Code, LocalizedText What, DateOnly On);

    /// <returns>How many warnings were written.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var parameters = await db.ParameterBookAsync(ct);
        var ahead = parameters.Numbers(ParameterKeys.DeadlineWarningDays, today);
        var managers = await db.AddresseesAsync(Role.Manager, today, ct);
        var near = (await DeadlinesAsync(parameters, today, ct))
            .Where(deadline => today <= deadline.On && deadline.On <= today.AddDays(ahead.Max()))
            .GroupBy(deadline => (deadline.Code, deadline.On))
            .Select(same => new Deadline(same.Key.Code, new LocalizedText(string.Join(" ; ", same.Select(d => d.What.Fr)), string.Join("; ", same.Select(d => d.What.Nl))), same.Key.On))
            .OrderBy(deadline => deadline.On).ThenBy(deadline => deadline.Code, StringComparer.Ordinal).ToList();
        return await each.SumAsync(near, deadline => $"deadline {deadline.Code}", async deadline =>
        {
            var reached = ahead.Where(days => deadline.On.AddDays(-days) <= today).Min();
            var facts = new EnrolmentFacts(deadline.Code, deadline.What.Fr, deadline.What.Nl, FirstDay: null, LastDay: null, Until: deadline.On);
            var key = string.Create(CultureInfo.InvariantCulture, $"due {deadline.Code} {deadline.On:yyyy-MM-dd} {reached}");
            return await db.TellOnceAsync(managers, facts, MessageKind.FundingDeadlineNear, key, clock.Now, ct);
        });
    }

    private async Task<IReadOnlyList<Deadline>> DeadlinesAsync(ParameterBook parameters, DateOnly today, CancellationToken ct)
    {
        var programmes = await db.Programmes.AsNoTracking().ToListAsync(ct);
        var grants = await db.Grants.AsNoTracking().Include(g => g.Deadlines).ToListAsync(ct);
        int[] years = [today.Year, today.Year + 1];
        var named = grants.SelectMany(grant => grant.Deadlines.Select(deadline => new Deadline(grant.Code, deadline.What, deadline.On)));
        var yearly =
            from year in years
            from programme in programmes
            where Yearly.ContainsKey(programme.Code)
            where grants.Exists(grant => grant.ProgrammeId == programme.Id && grant.From.Year < year && grant.To.Year >= year - 1)
            select new Deadline(programme.Code, programme.Name, parameters.DayOfYear(Yearly[programme.Code], today, year));
        if (!parameters.Flag(ParameterKeys.PelEnabled, today) || programmes.Find(p => p.Code == EducationalLeave) is not { } leave)
            return [.. named, .. yearly];

        var ofLeave = years.SelectMany(year => new[]
        {
            new Deadline(leave.Code, leave.Name, parameters.DayOfYear(ParameterKeys.PelHandInDate, today, year)),
            new Deadline(leave.Code, leave.Name, parameters.LastDayOfWindow(ParameterKeys.PelClaimWindow, today, year)),
        });
        return [.. named, .. yearly, .. ofLeave];
    }
}
