using Training.Domain.Accounts;
using Training.Domain.Approvals;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Devices;
using Training.Domain.Attendance.Justifications;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Funding;
using Training.Domain.Inbox;
using Training.Domain.Merges;
using Training.Domain.Messages;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.ReportSubscriptions;
using Training.Domain.Sessions;
using Training.Domain.TimeRelease;

namespace Training.Domain.Persistence;

/// <summary>
/// Which entities leave a change record, under which aggregate, and which of their fields are personal. Entities that are only
/// ever added to (marks, rulings, transitions, ledger lines) bear author and moment themselves and are their own record.
/// </summary>
internal static class RecordedAggregates
{
    private static readonly string[] NoFields = [];

    private static readonly Dictionary<Type, Kept> All = new Kept[]
    {
        Of<Course>("course", e => e.Id.Value, NoFields),
        Of<CourseVersion>("course", e => e.CourseId.Value, NoFields),
        Of<CourseSubject>("course-version", e => e.CourseVersionId.Value, NoFields),
        Of<Session>("session", e => e.Id.Value, NoFields),
        Of<SeatReservation>("session", e => e.SessionId.Value, NoFields),
        Of<Room>("room", e => e.Id.Value, NoFields),
        Of<Venue>("venue", e => e.Id.Value, NoFields),
        Of<TeachingSlot>("session", e => e.SessionId.Value, NoFields),
        Of<SessionTrainer>("session", e => e.SessionId.Value, NoFields),
        Of<Organisation>("organisation", e => e.Id.Value, NoFields),
        Of<EstablishmentUnit>("organisation", e => e.OrganisationId.Value, NoFields),
        Of<PersonRequest>("person", e => e.PersonId.Value, "Text", "Answer"),
        Of<Merge>("merge", e => e.Id.Value, NoFields),
        Of<GecoPost>("geco-post", e => e.Id.Value, NoFields),
        Of<SchemeAdoption>("organisation", e => e.OrganisationId.Value, NoFields),
        Of<Person>("person", e => e.Id.Value, "FirstName", "LastName", "Email", "Language", "Gender", "YearOfBirth", "LevelHeld", "Telephone"),
        Of<Employment>("person", e => e.PersonId.Value, "Remark", "PostReference", "WorkEmail"),
        Of<Account>("account", e => e.Id.Value, "Name"),
        Of<SignInIdentity>("account", e => e.AccountId.Value, "Subject"),
        Of<Invitation>("account", e => e.AccountId.Value, "Address"),
        Of<AccessRequest>("access-request", e => e.Id.Value, "FirstName", "LastName", "Email", "Subject", "Reason", "Answer"),
        Of<RoleGrant>("account", e => e.AccountId.Value, NoFields),
        Of<Enrolment>("enrolment", e => e.Id.Value, NoFields),
        Of<ChargeBilling>("enrolment", e => e.EnrolmentId.Value, NoFields),
        Of<EmployerSettings>("organisation", e => e.OrganisationId.Value, NoFields),
        Of<UnknownEmployer>("unknown-employer", e => e.Id.Value, "FirstName", "LastName", "Email"),
        Of<HalfDayRegister>("register", e => e.Id.Value, NoFields),
        Of<UnlistedPerson>("register", e => e.RegisterId.Value, "Name", "Note"),
        Of<JustificationRequest>("enrolment", e => e.EnrolmentId.Value, "Note"),
        Of<MarkContest>("enrolment", e => e.EnrolmentId.Value, "Statement", "Answer"),
        Of<Certificate>("certificate", e => e.Id.Value, "Content.PersonName", "Content.LastName", "Content.Initials"),
        Of<Programme>("programme", e => e.Id.Value, NoFields),
        Of<Grant>("grant", e => e.Id.Value, NoFields),
        Of<GrantDeadline>("grant", e => e.GrantId.Value, NoFields),
        Of<MessagePreference>("message-preference", e => e.Id.Value, NoFields),
        Of<ReportSubscription>("report-subscription", e => e.Id.Value, NoFields),
        Of<ReportSubscriptionReader>("report-subscription", e => e.SubscriptionId.Value, NoFields),
        Of<Parameter>("parameter", e => e.Id.Value, NoFields),
    }.ToDictionary(kept => kept.Type);

    public static Kept? Find(Type type) => All.GetValueOrDefault(type);

    private static Kept Of<T>(string name, Func<T, Guid> root, params string[] personal) =>
        new(typeof(T), name, entity => root((T)entity), [.. personal]);

    internal sealed record Kept(Type Type, string Name, Func<object, Guid> RootOf, HashSet<string> Personal)
    {
        public bool IsPersonal(string field) => Personal.Contains(field);
    }
}
