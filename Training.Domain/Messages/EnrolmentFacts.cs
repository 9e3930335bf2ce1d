using System.Text.Json;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Sessions;

namespace Training.Domain.Messages;

/// <summary>What the texts of a message refer to, most often about an enrolment.</summary>
/// <param name="Session">Its code; the reference of a post, a grant or a report where a message is about that.</param>
/// <param name="CourseFr">The course; the employer or the funder's programme where a message is about that.</param>
/// <param name="Until">The last day for an answer, or on which nothing was due.</param>
/// <param name="Person">Whom an approver is asked about, or who takes over.</param>
/// <param name="Link">The <see cref="Approvals.ApprovalAsk"/> whose signed link the mail bears.</param>
/// <param name="Cause">Why an employer refused, as one of <see cref="Enrolments.StepCauses.OfRefusal"/>.</param>
/// <param name="Invited">The days that go into the reader's calendar, or out of it, for whoever had or has the seat.</param>
/// <param name="Former">The number of the certificate that another has replaced.</param>
public sealed record EnrolmentFacts(
    string Session, string CourseFr, string CourseNl, DateOnly? FirstDay, DateOnly? LastDay, string? Reason = null, string? Number = null, decimal? AmountEur = null,
    DateOnly? Until = null, string? Person = null, Guid? Link = null, string? Cause = null, InvitedDays? Invited = null, string? Former = null)
{
    /// <summary>What every message about a session refers to.</summary>
    public static EnrolmentFacts Of(Session session, LocalizedText title) => new(session.Code, title.Fr, title.Nl, session.FirstDay, session.LastDay);

    /// <param name="key">What may be told once only.</param>
    public OutboxMessage To(PersonId recipient, MessageKind kind, DateTimeOffset now, string? key = null) => new(kind, recipient, JsonSerializer.Serialize(this), now, key);

    public static EnrolmentFacts Read(string facts) => JsonSerializer.Deserialize<EnrolmentFacts>(facts)!;
}
