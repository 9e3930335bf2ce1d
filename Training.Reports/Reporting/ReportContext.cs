using Training.Domain;
using Training.Domain.ChangeRecords;

namespace Training.Reports.Reporting;

/// <summary>What a report is asked, by whom, as known at which instant, and the traits of people where an earlier run froze them.</summary>
public sealed class ReportContext(ReportQuestion question, Reader reader, DateTimeOffset cutOff, IReadOnlyDictionary<Guid, ParticipantTraits>? frozen = null)
{
    private readonly Dictionary<Guid, ParticipantTraits> _used = [];

    public ReportQuestion Question => question;

    public Reader Reader => reader;

    public DateTimeOffset CutOff => cutOff;

    /// <summary>What an earlier run knew; nothing for a report that is made now.</summary>
    public IReadOnlyDictionary<Guid, ParticipantTraits>? Frozen => frozen;

    /// <summary>Traits that the report has used, to be frozen with its run.</summary>
    public IReadOnlyDictionary<Guid, ParticipantTraits> Used => _used;

    /// <summary>Keeps what the report says of somebody.</summary>
    /// <param name="id">Of the enrolment, or of the employment for staff who need not have one.</param>
    /// <returns>The same, under a code for a reader with a right to figures and none to names.</returns>
    public ParticipantTraits Use(Guid id, ParticipantTraits who)
    {
        _used[id] = who;
        return reader.HidesNames ? who with { Name = Pseudonym(who.Person), SortName = null } : who;
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
