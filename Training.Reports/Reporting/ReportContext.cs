using Training.Domain.Enrolments;

namespace Training.Reports.Reporting;

/// <summary>What a report is asked, as known at which instant, and the traits of people where an earlier run froze them.</summary>
public sealed class ReportContext(ReportQuestion question, DateTimeOffset cutOff, IReadOnlyDictionary<Guid, ParticipantTraits>? frozen)
{
    private readonly Dictionary<Guid, ParticipantTraits> _used = [];

    public ReportQuestion Question => question;

    public DateTimeOffset CutOff => cutOff;

    public bool IsFrozen => frozen is not null;

    /// <summary>Traits that the report has used, to be frozen with its run.</summary>
    public IReadOnlyDictionary<Guid, ParticipantTraits> Used => _used;

    public ParticipantTraits? FrozenOf(EnrolmentId enrolment) => frozen?.GetValueOrDefault(enrolment.Value);

    public void Use(EnrolmentId enrolment, ParticipantTraits traits) => _used[enrolment.Value] = traits;
}

/// <summary>Finds the figures of one report.</summary>
public interface IReportQuery
{
    /// <summary>As it stands in addresses, such as <c>r5</c>.</summary>
    string Id { get; }

    Task<ReportTable> FindAsync(ReportContext context, CancellationToken ct);
}
