namespace Training.Tests.Web;

/// <summary>Who may use an endpoint, and whose thing the id in its address is.</summary>
internal sealed record Answer(string Who, Subject? Subject = null)
{
    public static implicit operator Answer(string who) => new(who);

    public bool Lets(string persona) => Who.Split(' ').Contains(persona);
}

/// <summary>
/// The one table of who may use which endpoint, by the persona that wears the hat. A new endpoint takes a line; one with an id in its
/// address says with <see cref="About"/> whose thing that is, so that it is asked for somebody else's too.
/// </summary>
internal static class EndpointTable
{
    public const string Everyone = "anonymous " + SignedIn;
    public const string SignedIn = "participant officer approver trainer planner manager funder administrator";
    private const string OwnFile = "participant officer approver trainer";
    private const string Enrolments = "participant officer approver planner manager";

    public static readonly IReadOnlyDictionary<string, Answer> WhoMay = new Dictionary<string, Answer>
    {
        ["GET /"] = Everyone,
        ["* /health/live"] = Everyone,
        ["* /health/ready"] = Everyone,
        ["POST /demo/sign-in"] = Everyone,
        ["GET /{lang:lang}"] = Everyone,
        ["GET /{lang:lang}/accessibility"] = Everyone,
        ["GET /{lang:lang}/privacy"] = Everyone,
        ["GET /{lang:lang}/sign-in"] = Everyone,
        ["POST /{lang:lang}/sign-out"] = Everyone,
        ["POST /{lang:lang}/hat"] = SignedIn,
        ["* /error/{status:int}"] = Everyone,
        ["GET /{lang:lang}/catalogue"] = Everyone,
        ["GET /{lang:lang}/courses/{code}"] = About(Subject.Published, Everyone),
        ["GET /{lang:lang}/sessions/{code}"] = About(Subject.Published, Everyone),
        ["GET /api/v1/courses"] = Everyone,
        ["GET /verify"] = Everyone,
        ["GET /verify/{code}"] = About(Subject.Published, Everyone),
        ["GET /{lang:lang}/enrolments"] = Enrolments,
        ["POST /verify/{code}"] = About(Subject.Published, Everyone),
        ["GET /{lang:lang}/certificates"] = Enrolments,
        ["GET /{lang:lang}/certificates/{number}"] = About(Subjects.Certificate, Enrolments),
        ["GET /{lang:lang}/certificates/{number}/about"] = About(Subjects.Certificate, Enrolments),
        ["GET /{lang:lang}/certificates/papers/{id:guid}"] = About(Subjects.CertificatePaper, Enrolments),
        ["POST /{lang:lang}/certificates/{number}/papers"] = About(Subjects.Certificate, "planner"),
        ["POST /{lang:lang}/certificates/{number}/revoke"] = About(Subjects.Certificate, "planner"),
        ["POST /{lang:lang}/certificates/{number}/replace"] = About(Subjects.Certificate, "planner"),
        ["GET /{lang:lang}/certificates/sessions/{code}"] = About(Subject.Published, "planner"),
        ["POST /{lang:lang}/certificates/sessions/{code}/issue"] = About(Subject.Published, "planner"),
        ["GET /{lang:lang}/certificates/sessions/{code}/all.zip"] = About(Subject.Published, "planner"),
        ["GET /{lang:lang}/certificates/sessions/{code}/all-fr.pdf"] = About(Subject.Published, "planner"),
        ["GET /{lang:lang}/certificates/sessions/{code}/all-nl.pdf"] = About(Subject.Published, "planner"),
        ["GET /{lang:lang}/time-release"] = Enrolments,
        ["GET /{lang:lang}/time-release/{personId:guid}"] = About(Subjects.Person, Enrolments),
        ["GET /{lang:lang}/sessions/{code}/enrol"] = About(Subject.Published, "officer planner"),
        ["POST /{lang:lang}/sessions/{code}/enrol"] = About(Subject.Published, "officer planner"),
        ["GET /{lang:lang}/sessions/{code}/enrol/result"] = About(Subject.Published, "officer planner"),
        ["GET /{lang:lang}/sessions/{code}/ask"] = About(Subject.Published, OwnFile),
        ["GET /{lang:lang}/sessions/{code}/ask/check"] = About(Subject.Published, OwnFile),
        ["POST /{lang:lang}/sessions/{code}/ask"] = About(Subject.Published, OwnFile),
        ["GET /{lang:lang}/sessions/{code}/other-employer"] = About(Subject.Published, Everyone),
        ["POST /{lang:lang}/sessions/{code}/other-employer"] = About(Subject.Published, Everyone),
        ["GET /{lang:lang}/approve/{token}"] = About(Subject.Published, Everyone),
        ["POST /{lang:lang}/approve/{token}"] = About(Subject.Published, Everyone),
        ["GET /{lang:lang}/enrolments/{id:guid}"] = About(Subjects.Enrolment, Enrolments),
        ["POST /{lang:lang}/enrolments/{id:guid}/withdraw"] = About(Subjects.Enrolment, "participant officer approver planner"),
        ["POST /{lang:lang}/enrolments/{id:guid}/replace"] = About(Subjects.Enrolment, "officer planner"),
        ["POST /{lang:lang}/enrolments/{id:guid}/answer"] = About(Subjects.Enrolment, "participant officer approver planner"),
        ["GET /{lang:lang}/sessions/{code}/exception"] = About(Subject.Published, "planner"),
        ["POST /{lang:lang}/sessions/{code}/exception"] = About(Subject.Published, "planner"),
        ["GET /{lang:lang}/employer-settings"] = "officer approver planner",
        ["POST /{lang:lang}/employer-settings"] = "officer approver planner",
        ["GET /{lang:lang}/charges"] = "officer planner",
        ["GET /{lang:lang}/charges.csv"] = "planner",
        ["POST /{lang:lang}/charges/{id:guid}/address"] = About(Subjects.Enrolment, "officer planner"),
        ["POST /{lang:lang}/charges/{id:guid}/waive"] = About(Subjects.Enrolment, "planner"),
        ["GET /{lang:lang}/inbox/new-employer"] = "planner",
        ["POST /{lang:lang}/inbox/new-employer"] = "planner",
        ["POST /{lang:lang}/time-release/adoption"] = "officer approver",
        ["POST /{lang:lang}/time-release/{personId:guid}/exception"] = About(Subjects.Person, "officer approver"),
        ["GET /{lang:lang}/parameters"] = "administrator",
        ["GET /{lang:lang}/parameters/{key}"] = About(Subject.Published, "administrator"),
        ["POST /{lang:lang}/parameters/{key}"] = About(Subject.Published, "administrator"),
        ["GET /{lang:lang}/approvals"] = "officer approver",
        ["POST /{lang:lang}/approvals"] = "officer approver",
        ["GET /{lang:lang}/registers"] = "trainer planner",
        ["GET /{lang:lang}/registers/{id:guid}"] = About(Subjects.Register, "trainer planner"),
        ["POST /{lang:lang}/registers/{id:guid}"] = About(Subjects.Register, "trainer planner"),
        ["POST /{lang:lang}/registers/{id:guid}/reopen"] = About(Subjects.Register, "trainer planner"),
        ["GET /{lang:lang}/inbox"] = "planner",
        ["POST /{lang:lang}/inbox/{kind}"] = About(Subject.Published, "planner"),
        ["GET /{lang:lang}/secretariat"] = "planner",
        ["GET /{lang:lang}/secretariat/sessions/{code}"] = About(Subject.Published, "planner"),
        ["POST /{lang:lang}/secretariat/sessions/{code}/rulings"] = About(Subject.Published, "planner"),
        ["POST /{lang:lang}/secretariat/sessions/{code}/seal"] = About(Subject.Published, "planner"),
        ["POST /{lang:lang}/secretariat/certificates"] = "planner",
        ["GET /{lang:lang}/reports/training-hours"] = "officer manager funder",
        ["GET /{lang:lang}/reports/training-hours.xlsx"] = "officer manager funder",
        ["GET /{lang:lang}/reports/training-hours.pdf"] = "officer manager funder",
        ["GET /{lang:lang}/reports/training-hours.csv"] = "officer manager funder",
        ["GET /{lang:lang}/staff-lists"] = "officer planner",
        ["POST /{lang:lang}/staff-lists"] = "officer planner",
        ["GET /{lang:lang}/staff-lists/{id:guid}"] = About(Subjects.StaffList, "officer planner"),
        ["POST /{lang:lang}/staff-lists/{id:guid}"] = About(Subjects.StaffList, "officer planner"),
        ["POST /{lang:lang}/staff-lists/{id:guid}/corrections"] = About(Subjects.StaffList, "officer planner"),
        ["GET /{lang:lang}/staff-lists/{id:guid}/refused.xlsx"] = About(Subjects.StaffList, "officer planner"),
        ["GET /{lang:lang}/people"] = "officer planner",
        ["GET /{lang:lang}/people/{id:guid}"] = About(Subjects.Person, "officer planner"),
        ["GET /{lang:lang}/people/{id:guid}/edit"] = About(Subjects.Person, "officer planner"),
        ["POST /{lang:lang}/people/{id:guid}/edit"] = About(Subjects.Person, "officer planner"),
        ["GET /{lang:lang}/employments/{id:guid}"] = About(Subjects.Employment, "officer planner"),
        ["POST /{lang:lang}/employments/{id:guid}"] = About(Subjects.Employment, "officer planner"),
        ["POST /{lang:lang}/employments/{id:guid}/end"] = About(Subjects.Employment, "officer planner"),
        ["GET /{lang:lang}/organisations"] = "officer planner",
        ["GET /{lang:lang}/organisations/{code}"] = About(Subjects.Organisation, "officer planner"),
        ["GET /{lang:lang}/organisations/{code}/edit"] = About(Subjects.Organisation, "planner"),
        ["POST /{lang:lang}/organisations/{code}/edit"] = About(Subjects.Organisation, "planner"),
        ["POST /{lang:lang}/organisations/{code}/units"] = About(Subjects.Organisation, "planner"),
        ["GET /{lang:lang}/geco-posts/{id:guid}"] = About(Subjects.Post, "officer planner"),
        ["POST /{lang:lang}/geco-posts/{id:guid}"] = About(Subjects.Post, "officer planner"),
        ["GET /{lang:lang}/duplicates"] = "planner",
        ["GET /{lang:lang}/duplicates/preview"] = "planner",
        ["POST /{lang:lang}/duplicates/merge"] = "planner",
        ["POST /{lang:lang}/duplicates/distinct"] = "planner",
        ["POST /{lang:lang}/duplicates/undo"] = "planner",
        ["GET /{lang:lang}/person-requests"] = "planner",
        ["POST /{lang:lang}/person-requests/{id:guid}"] = About(Subject.Published, "planner"),
        ["GET /{lang:lang}/my-file"] = "participant officer approver trainer",
        ["GET /{lang:lang}/my-file.json"] = "participant officer approver trainer",
        ["GET /{lang:lang}/my-file.pdf"] = "participant officer approver trainer",
        ["POST /{lang:lang}/my-file/requests"] = "participant officer approver trainer",
        ["GET /{lang:lang}/change-records"] = "planner administrator",
        ["GET /{lang:lang}/funding"] = "manager",
        ["GET /{lang:lang}/funding/preview"] = "manager",
        ["POST /{lang:lang}/funding/allocate"] = "manager",
        ["GET /{lang:lang}/funding/reviews"] = "manager",
        ["POST /{lang:lang}/funding/reviews/{id:guid}"] = About(Subject.Published, "manager"),
        ["GET /{lang:lang}/funding/define"] = "manager",
        ["POST /{lang:lang}/funding/define"] = "manager",
        ["GET /{lang:lang}/funding/grants/{code}"] = About(Subject.Published, "manager"),
        ["POST /{lang:lang}/funding/grants/{code}/claims"] = About(Subject.Published, "manager"),
        ["GET /{lang:lang}/funding/grants/{code}/sessions/{session}"] = About(Subject.Published, "manager"),
        ["POST /{lang:lang}/funding/grants/{code}/sessions/{session}"] = About(Subject.Published, "manager"),
        ["GET /{lang:lang}/work"] = SignedIn,
        ["GET /{lang:lang}/work/{id:guid}"] = About(Subjects.Work, SignedIn),
    };

    /// <summary>Asking for it would change who asks for what comes after.</summary>
    public static bool EndsSession(string endpoint) => endpoint is "POST /{lang:lang}/sign-out" or "POST /demo/sign-in";

    private static Answer About(Subject subject, string who) => new(who, subject);
}
