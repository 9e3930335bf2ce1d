using Microsoft.EntityFrameworkCore;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Reports.Reporting;

namespace Training.Reports.TrainingHours;

/// <summary>
/// Finds the hours of everybody who worked for an organisation in the period, person by person. Sums are made in the database; only ratios and
/// totals are worked out here.
/// </summary>
public sealed class TrainingHoursQuery(TrainingDbContext db)
{
    public async Task<IReadOnlyList<TrainingHoursLine>> FindAsync(ReportContext context, CancellationToken ct)
    {
        var (question, facts) = (context.Question, await TrainingHoursFacts.OfAsync(db, context, ct));
        var narrowed = question.Narrowed.Where(one => one.Dimension.IsOfPeople).ToList();
        var staff = await StaffAsync(context, facts, ct);
        var attendance = await facts.Attendance.ToDictionaryAsync(row => new Key(row.OrganisationId, row.PersonId), ct);
        var release = question.IsOfSomeCourses ? [] : await facts.TimeRelease.ToDictionaryAsync(row => new Key(row.OrganisationId, row.PersonId), ct);
        var none = question.IsOfSomeCourses ? (int?)null : 0;
        var certificates = await facts.Certificates.ToDictionaryAsync(row => new Key(row.OrganisationId, row.PersonId), row => row.Count, ct);
        var noShows = await facts.NoShows.ToDictionaryAsync(row => new Key(row.OrganisationId, row.PersonId), row => row.Count, ct);

        var lines = new List<TrainingHoursLine>(staff.Count);
        foreach (var (key, member) in staff)
        {
            if (member.Who.Fte is null && !attendance.ContainsKey(key) && !certificates.ContainsKey(key) && !noShows.ContainsKey(key))
                continue;
            if (!narrowed.TrueForAll(one => one.Dimension.OfPerson!(member.Who, question.To.Year).Key == one.Value))
                continue;

            var (hours, time) = (attendance.GetValueOrDefault(key), release.GetValueOrDefault(key));
            // A funder is told of those whom it has paid something for, and of nobody else's staff.
            if (context.Reader.Funders.Count > 0 && hours is null && !certificates.ContainsKey(key) && !noShows.ContainsKey(key))
                continue;

            lines.Add(new TrainingHoursLine(
                context.Use(member.Employment.Value, member.Who),
                time?.Granted > 0 ? time.Granted : null, time?.CarriedIn ?? none, time?.Reserved ?? none, time?.Used ?? none, time?.Expired ?? none, time?.Elsewhere ?? none,
                time?.Granted + time?.CarriedIn > 0 ? time!.Left : null,
                hours?.Attended ?? 0, hours?.Exchange ?? 0, hours?.Participations ?? 0, certificates.GetValueOrDefault(key), noShows.GetValueOrDefault(key)));
        }

        return
        [
            .. lines.OrderBy(line => line.Who.OrganisationCode, StringComparer.Ordinal)
                .ThenBy(line => line.Who.SortName ?? line.Who.Name, StringComparer.InvariantCultureIgnoreCase).ThenBy(line => line.Who.Person),
        ];
    }

    private readonly record struct Key(OrganisationId Organisation, PersonId Person);

    private sealed record Member(EmploymentId Employment, ParticipantTraits Who);

    // Whoever worked there in the period; the last day decides on function and fraction, and one who has left has no fraction. Of a run that was
    // made, whoever it knew, as it knew them.
    private async Task<Dictionary<Key, Member>> StaffAsync(ReportContext context, TrainingHoursFacts facts, CancellationToken ct)
    {
        if (context.Frozen?.People is { } frozen)
        {
            var known = await facts.Employments.AsNoTracking().Select(e => new { e.Id, e.OrganisationId, e.PersonId }).ToListAsync(ct);
            return known.Where(e => frozen.ContainsKey(e.Id.Value)).GroupBy(e => new Key(e.OrganisationId, e.PersonId))
                .ToDictionary(group => group.Key, group => new Member(group.First().Id, frozen[group.First().Id.Value]));
        }

        var (question, organisations) = (context.Question, (await ReportedOrganisations.FindAsync(db, context, ct)).ToDictionary(o => o.Id));
        var rows = await facts.Employments
            .Where(e => e.Start <= question.To && (e.End == null || e.End >= question.From))
            .Join(db.People, e => e.PersonId, p => p.Id, (e, p) => new { Employment = e, Person = p })
            .AsNoTracking().ToListAsync(ct);
        var words = await TraitWords.FindAsync(db, ct);

        return rows.GroupBy(row => new Key(row.Employment.OrganisationId, row.Employment.PersonId)).ToDictionary(group => group.Key, group =>
        {
            var latest = group.MaxBy(row => row.Employment.Start)!;
            var current = group.Where(row => row.Employment.CoversDay(question.To)).ToList();
            return new Member(latest.Employment.Id, words.Of(latest.Person, latest.Employment, organisations[group.Key.Organisation]) with
            {
                Fte = current.Count == 0 ? null : current.Sum(row => row.Employment.FteFraction),
                Funding = latest.Employment.FundingStatus,
                SortName = $"{latest.Person.LastName} {latest.Person.FirstName}",
            });
        });
    }
}
