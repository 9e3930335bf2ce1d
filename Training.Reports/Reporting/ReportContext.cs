using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.ChangeRecords;
using Training.Domain.Funding;

namespace Training.Reports.Reporting;

/// <summary>What a report is asked, by whom, as known at which instant, and the traits of people where an earlier run froze them.</summary>
public sealed class ReportContext(ReportQuestion question, Reader reader, DateTimeOffset cutOff, RunTraits? frozen = null)
{
    public ReportQuestion Question => question;

    public Reader Reader => reader;

    public DateTimeOffset CutOff => cutOff;

    /// <summary>What an earlier run knew; nothing for a report that is made now.</summary>
    public RunTraits? Frozen => frozen;

    /// <summary>Traits that the report has used, to be frozen with its run.</summary>
    public RunTraits Used { get; } = new();

    /// <summary>Keeps what the report says of somebody.</summary>
    /// <param name="id">Of the enrolment, or of the employment for staff who need not have one.</param>
    /// <returns>The same, under a code for a reader with a right to figures and none to names.</returns>
    public ParticipantTraits Use(Guid id, ParticipantTraits who)
    {
        Used.People[id] = who;
        return reader.HidesNames ? who with { Name = Pseudonym(who.Person), SortName = null } : who;
    }

    /// <summary>Keeps what the report says of a session.</summary>
    public SessionFacts Use(SessionFacts session) => Used.Sessions[session.Id.Value] = session;

    /// <summary>What the report says of the grants among which it looks, in the order of their codes: what its run kept of them, or what is known now.</summary>
    public async Task<IReadOnlyList<GrantFacts>> UseAsync(IQueryable<Grant> grants, CancellationToken ct)
    {
        var found = frozen?.Grants.Values.ToList() ?? (await grants.AsNoTracking().ToListAsync(ct)).ConvertAll(GrantFacts.Of);
        found.ForEach(grant => Used.Grants[grant.Id.Value] = grant);
        return [.. found.OrderBy(grant => grant.Code, StringComparer.Ordinal)];
    }

    /// <summary>The same person keeps the same code for the same funder, and another one for another funder.</summary>
    public string Pseudonym(Guid person) => Digest.CodeOf("training-hours", question.Funder ?? "", person.ToString());
}

/// <summary>Finds the figures of one report.</summary>
public interface IReportQuery
{
    /// <summary>As it stands in addresses, such as <c>r5</c>.</summary>
    string Id { get; }

    Task<ReportTable> FindAsync(ReportContext context, CancellationToken ct);
}
