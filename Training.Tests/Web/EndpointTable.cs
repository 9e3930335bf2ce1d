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
        ["GET /{lang:lang}/catalogue/themes/{code}.ics"] = About(Subject.Published, Everyone),
        ["GET /sitemap.xml"] = Everyone,
        ["GET /robots.txt"] = Everyone,
        ["POST /{lang:lang}/courses/{code}/interest"] = About(Subject.Published, "participant officer approver trainer"),
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
        ["POST /{lang:lang}/time-release/adoption"] = "officer approver",
        ["POST /{lang:lang}/time-release/{personId:guid}/exception"] = About(Subjects.Person, "officer approver"),
        ["GET /{lang:lang}/parameters"] = "administrator",
        ["GET /{lang:lang}/parameters/{key}"] = About(Subject.Published, "administrator"),
        ["POST /{lang:lang}/parameters/{key}"] = About(Subject.Published, "administrator"),
        ["GET /{lang:lang}/sessions/{code}/enrol"] = About(Subject.Published, "officer"),
        ["POST /{lang:lang}/sessions/{code}/enrol"] = About(Subject.Published, "officer"),
        ["GET /{lang:lang}/sessions/{code}/enrol/result"] = About(Subject.Published, "officer"),
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
        ["GET /{lang:lang}/planning"] = "planner",
        ["GET /{lang:lang}/planning/new"] = "planner",
        ["POST /{lang:lang}/planning/new"] = "planner",
        ["GET /{lang:lang}/planning/clashes"] = "planner",
        ["GET /{lang:lang}/planning/sessions/{code}"] = About(Subject.Published, "planner"),
        ["GET /{lang:lang}/planning/sessions/{code}/edit"] = About(Subject.Published, "planner"),
        ["POST /{lang:lang}/planning/sessions/{code}/edit"] = About(Subject.Published, "planner"),
        ["POST /{lang:lang}/planning/sessions/{code}/advance"] = About(Subject.Published, "planner"),
        ["POST /{lang:lang}/planning/sessions/{code}/cancel"] = About(Subject.Published, "planner"),
        ["POST /{lang:lang}/planning/sessions/{code}/move"] = About(Subject.Published, "planner"),
        ["POST /{lang:lang}/planning/sessions/{code}/copy"] = About(Subject.Published, "planner"),
        ["POST /{lang:lang}/planning/sessions/{code}/reservations"] = About(Subject.Published, "planner"),
        ["GET /{lang:lang}/planning/places"] = "planner",
        ["POST /{lang:lang}/planning/places/rooms"] = "planner",
        ["POST /{lang:lang}/planning/places/venues"] = "planner",
        ["GET /{lang:lang}/planning/trainers"] = "planner",
        ["POST /{lang:lang}/planning/trainers"] = "planner",
        ["POST /{lang:lang}/planning/trainers/absences"] = "planner",
        ["GET /{lang:lang}/planning/courses"] = "planner",
        ["GET /{lang:lang}/planning/courses/new"] = "planner",
        ["POST /{lang:lang}/planning/courses/new"] = "planner",
        ["GET /{lang:lang}/planning/courses/{code}"] = About(Subject.Published, "planner"),
        ["POST /{lang:lang}/planning/courses/{code}"] = About(Subject.Published, "planner"),
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
