using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.ChangeRecords;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Reports.TrainingHours;

/// <summary>Finds the figures of <see cref="TrainingHours"/>. Sums are made in the database; only ratios and totals are worked out here.</summary>
public sealed class TrainingHoursQuery(TrainingDbContext db, OfficeClock clock)
{
    /// <param name="HidesNames">For a reader with a right to figures and none to names: a code stands for each person.</param>
    /// <param name="CutOff">The instant as known at which the figures are given; now, when it is not said.</param>
    public sealed record Request(TrainingHoursFilter Filter, Reader Reader, string Author, bool HidesNames = false, DateTimeOffset? CutOff = null);

    public async Task<TrainingHours> HandleAsync(Request request, CancellationToken ct)
    {
        var filter = request.Filter;
        var facts = new TrainingHoursFacts(db, filter, request.CutOff ?? clock.Now);
        var organisations = await OrganisationsAsync(filter, request.Reader, ct);
        var names = await NamesAsync(filter, organisations.Values, ct);
        if (filter.Organisation is not null || !request.Reader.SeesEverything)
            facts = facts.Of([.. organisations.Keys]);

        var staff = await StaffAsync(filter, facts, ct);
        var attendance = await facts.Attendance.ToDictionaryAsync(row => new Key(row.OrganisationId, row.PersonId), ct);
        var release = await facts.TimeRelease.ToDictionaryAsync(row => new Key(row.OrganisationId, row.PersonId), ct);
        var certificates = await facts.Certificates.ToDictionaryAsync(row => new Key(row.OrganisationId, row.PersonId), row => row.Count, ct);
        var noShows = await facts.NoShows.ToDictionaryAsync(row => new Key(row.OrganisationId, row.PersonId), row => row.Count, ct);
        var lacking = new TrainingHoursLacking(
            await facts.UnsealedHalfDays(clock.DateOn(facts.CutOff)).CountAsync(ct), await PendingMinutesAsync(facts, ct));

        var lines = staff
            .Where(member => member.Value.Fte is not null || attendance.ContainsKey(member.Key) || certificates.ContainsKey(member.Key) || noShows.ContainsKey(member.Key))
            .Select(member =>
            {
                var (key, who) = member;
                var (hours, time) = (attendance.GetValueOrDefault(key), release.GetValueOrDefault(key));
                var organisation = organisations[key.Organisation];
                return new TrainingHoursLine(
                    organisation.Code, organisation.Name, key.Person,
                    request.HidesNames ? Pseudonym(key.Person, filter) : who.Name, who.Gender, who.Function, who.RequiredLevel, who.Fte,
                    time?.Granted > 0 ? time.Granted : null, time?.Reserved ?? 0, time?.Used ?? 0,
                    time?.Granted > 0 ? time.Left : null,
                    hours?.Attended ?? 0, hours?.Exchange ?? 0, hours?.Participations ?? 0,
                    certificates.GetValueOrDefault(key), noShows.GetValueOrDefault(key), who.Funding);
            })
            .OrderBy(line => line.OrganisationCode, StringComparer.Ordinal)
            .ThenBy(line => request.HidesNames ? line.Person : staff[new(Find(organisations, line.OrganisationCode), line.PersonId)].SortName, StringComparer.InvariantCultureIgnoreCase)
            .ThenBy(line => line.PersonId.Value)
            .ToList();

        return new TrainingHours(filter, names, filter.To.Year, clock.AtOffice(facts.CutOff), request.Author, lines, lacking);
    }

    private readonly record struct Key(OrganisationId Organisation, PersonId Person);

    private sealed record Employer(string Code, LocalizedText Name);

    private sealed record Member(string Name, string SortName, Gender Gender, LocalizedText Function, int? RequiredLevel, decimal? Fte, FundingStatus Funding);

    private static OrganisationId Find(Dictionary<OrganisationId, Employer> organisations, string code) =>
        organisations.First(organisation => organisation.Value.Code == code).Key;

    private async Task<Dictionary<OrganisationId, Employer>> OrganisationsAsync(TrainingHoursFilter filter, Reader reader, CancellationToken ct)
    {
        var organisations = await db.Organisations.AsNoTracking()
            .Where(o => (reader.SeesEverything || reader.Organisations.Contains(o.Id)) && (filter.Organisation == null || o.Code == filter.Organisation))
            .ToDictionaryAsync(o => o.Id, o => new Employer(o.Code, o.Name), ct);
        if (filter.Organisation is not null && organisations.Count == 0)
            throw new NotFoundException(nameof(Organisation));

        return organisations;
    }

    private async Task<TrainingHoursNames> NamesAsync(TrainingHoursFilter filter, IReadOnlyCollection<Employer> organisations, CancellationToken ct) => new(
        filter.Organisation is null ? null : organisations.Single().Name,
        filter.Funder is null ? null : (await db.Funders.AsNoTracking().Where(f => f.Code == filter.Funder).OneAsync(ct)).Name,
        filter.Theme is null ? null : (await db.Themes.AsNoTracking().Where(t => t.Code == filter.Theme).OneAsync(ct)).Label);

    // Whoever worked there in the period; the last day decides on function and fraction, and one who has left has no fraction.
    private async Task<Dictionary<Key, Member>> StaffAsync(TrainingHoursFilter filter, TrainingHoursFacts facts, CancellationToken ct)
    {
        var rows = await facts.Employments
            .Where(e => e.Start <= filter.To && (e.End == null || e.End >= filter.From))
            .Join(db.People, e => e.PersonId, p => p.Id, (e, p) => new { Employment = e, p.FirstName, p.LastName, p.Gender })
            .AsNoTracking().ToListAsync(ct);
        var functions = await db.StaffFunctions.AsNoTracking().ToDictionaryAsync(f => f.Code, f => f.Label, ct);

        return rows.GroupBy(row => new Key(row.Employment.OrganisationId, row.Employment.PersonId)).ToDictionary(group => group.Key, group =>
        {
            var latest = group.MaxBy(row => row.Employment.Start)!;
            var current = group.Where(row => row.Employment.CoversDay(filter.To)).ToList();
            return new Member(
                $"{latest.FirstName} {latest.LastName}", $"{latest.LastName} {latest.FirstName}", latest.Gender,
                functions[latest.Employment.FunctionCode], latest.Employment.RequiredLevel,
                current.Count == 0 ? null : current.Sum(row => row.Employment.FteFraction), latest.Employment.FundingStatus);
        });
    }

    /// <summary>Minutes missed in sealed half-days on which nothing was decided.</summary>
    public static async Task<int> PendingMinutesAsync(TrainingHoursFacts facts, CancellationToken ct)
    {
        var missed = await facts.Missed.ToListAsync(ct);
        var rulings = (await facts.Rulings.AsNoTracking().ToListAsync(ct)).ToLookup(ruling => (ruling.EnrolmentId, ruling.Date));
        return missed.Sum(mark => AttendedMinutes.Of(mark.SlotMinutes, mark.Gaps, rulings[(mark.EnrolmentId, mark.Date)]).Pending);
    }

    // The same person keeps the same code for the same funder, and another one for another funder.
    private static string Pseudonym(PersonId person, TrainingHoursFilter filter) =>
        "P-" + Digest.Of("training-hours", filter.Funder ?? "", person.Value.ToString())[..8].ToUpperInvariant();
}
