using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Enrolments;
using Training.Domain.Imports;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Work;
using Training.Web.Access;

namespace Training.Tests.Web;

/// <summary>
/// What an id in an address stands for: one that a persona may see (nothing, where the persona has none), and one that lies outside
/// their scope. For whom the whole school is in scope the latter is an id that leads nowhere.
/// </summary>
internal sealed record Subject(Func<TrainingDbContext, string, Task<string?>> OwnAsync, Func<TrainingDbContext, string, Task<string>> OfSomebodyElseAsync)
{
    /// <summary>Whoever may use the endpoint may see all such things: the catalogue, or what belongs to the school.</summary>
    public static readonly Subject Published = new((_, _) => Task.FromResult<string?>(null), (_, _) => Task.FromResult("")) { IsPublished = true };

    public bool IsPublished { get; private init; }
}

internal static class Subjects
{
    private const string OwnOrganisation = "ASBL-01";
    private const string OtherOrganisation = "ASBL-02";

    /// <summary>A colleague for officers and approvers, oneself for a participant.</summary>
    public static readonly Subject Person = new(
        async (db, persona) => SeesColleagues(persona) ? await FirstAsync(StaffOf(db, OwnOrganisation)) : (await SelfAsync(db, persona)).ToString(),
        async (db, persona) => SeesSchool(persona) ? Nowhere() : await FirstAsync(StaffOf(db, IsEmployer(persona) ? OtherOrganisation : OwnOrganisation)));

    public static readonly Subject Certificate = new(
        async (db, persona) => SeesColleagues(persona) ? await CertificatesOf(db, OwnOrganisation).FirstAsync() : null,
        async (db, persona) => SeesSchool(persona) ? "GSOB-1999-000001" : await CertificatesOf(db, IsEmployer(persona) ? OtherOrganisation : OwnOrganisation).FirstAsync());

    public static readonly Subject CertificatePaper = new(
        async (db, persona) => await Certificate.OwnAsync(db, persona) is { } number ? await OriginalOfAsync(db, number) : null,
        async (db, persona) => SeesSchool(persona) ? Nowhere() : await OriginalOfAsync(db, await Certificate.OfSomebodyElseAsync(db, persona)));

    /// <summary>An enrolment of a colleague; a participant has one only where the sample school gives it.</summary>
    public static readonly Subject Enrolment = new(
        async (db, persona) => SeesColleagues(persona) ? await FirstAsync(EnrolmentsOf(db, OwnOrganisation)) : null,
        async (db, persona) => SeesSchool(persona) ? Nowhere() : await FirstAsync(EnrolmentsOf(db, IsEmployer(persona) ? OtherOrganisation : OwnOrganisation)));

    public static readonly Subject Register = new(
        async (db, _) => await FirstAsync(Registers(db, taught: true)),
        async (db, persona) => SeesSchool(persona) ? Nowhere() : await FirstAsync(Registers(db, taught: false)));

    /// <summary>The sheet of a half-day, by the code that it bears.</summary>
    public static readonly Subject Sheet = new(
        async (db, _) => await SheetCodes(db, taught: true).FirstAsync(),
        async (db, persona) => SeesSchool(persona) ? "2222222222" : await SheetCodes(db, taught: false).FirstAsync());

    /// <summary>A half-day in which one has a seat; the sample school gives none to each persona.</summary>
    public static readonly Subject OwnHalfDay = new(
        (_, _) => Task.FromResult<string?>(null),
        async (db, persona) =>
        {
            var self = new PersonId(await SelfAsync(db, persona));
            return await db.Registers.Where(r => !db.Enrolments.Any(e => e.SessionId == r.SessionId && e.PersonId == self)).OrderBy(r => r.SheetCode).Select(r => r.SheetCode).FirstAsync();
        });

    /// <summary>A session that one teaches.</summary>
    public static readonly Subject TaughtSession = new(
        async (db, _) => await SessionCodes(db, taught: true).FirstAsync(),
        async (db, persona) => SeesSchool(persona) ? "NO-SUCH" : await SessionCodes(db, taught: false).FirstAsync());

    public static readonly Subject SheetScan = new(
        async (db, _) => await FirstAsync(Scans(db, taught: true)),
        async (db, persona) => SeesSchool(persona) ? Nowhere() : await FirstAsync(Scans(db, taught: false)));

    /// <summary>Work for one's own employer.</summary>
    public static readonly Subject Employment = new(
        async (db, _) => await FirstAsync(EmploymentsOf(db, OwnOrganisation)),
        async (db, persona) => SeesSchool(persona) ? Nowhere() : await FirstAsync(EmploymentsOf(db, OtherOrganisation)));

    /// <summary>A subsidised post of one's own employer.</summary>
    public static readonly Subject Post = new(
        async (db, _) => await FirstAsync(PostsOf(db, OwnOrganisation)),
        async (db, persona) => SeesSchool(persona) ? Nowhere() : await FirstAsync(PostsOf(db, OtherOrganisation)));

    /// <summary>One's own employer.</summary>
    public static readonly Subject Organisation = new(
        (_, _) => Task.FromResult<string?>(OwnOrganisation),
        (_, persona) => Task.FromResult(SeesSchool(persona) ? "NO-SUCH" : OtherOrganisation));

    /// <summary>A staff list of one's own employer.</summary>
    public static readonly Subject StaffList = new(
        async (db, _) => await FirstAsync(StaffListsOf(db, OwnOrganisation)),
        async (db, persona) => SeesSchool(persona) ? Nowhere() : await FirstAsync(StaffListsOf(db, OtherOrganisation)));

    /// <summary>Somebody who says that they work for one's own employer.</summary>
    public static readonly Subject AccessRequest = new(
        async (db, _) => await FirstAsync(AccessRequestsOf(db, OwnOrganisation)),
        async (db, persona) => SeesSchool(persona) ? Nowhere() : await FirstAsync(AccessRequestsOf(db, OtherOrganisation)));

    /// <summary>Long work is its owner's alone, whatever else they may see.</summary>
    public static readonly Subject Work = new(
        async (db, persona) => persona == Worker ? await WorkOfAsync(db, Worker) : null,
        (db, _) => WorkOfAsync(db, Stranger));

    private const string Worker = "planner";
    private const string Stranger = "somebody else";

    /// <summary>What the sample school lacks: a session that the trainer does not teach, and long work of two people.</summary>
    public static async Task ArrangeAsync(TrainingDbContext db)
    {
        var session = (await db.Registers.FirstAsync()).SessionId;
        await db.SessionTrainers.Where(trainer => trainer.SessionId == session).ExecuteDeleteAsync();
        foreach (var taught in (bool[])[true, false])
        {
            var register = await Registers(db, taught).FirstAsync();
            db.Add(new SheetScan(register, 1, "image/png", [1, taught ? (byte)1 : (byte)0], Stranger, DateTimeOffset.UnixEpoch));
            db.Add(new PreparedSheet(register, [1], DateTimeOffset.UnixEpoch));
        }

        foreach (var owner in (string[])[Worker, Stranger])
            db.Add(new WorkItem("issue-certificates", "{}", owner, DateTimeOffset.UnixEpoch));
        foreach (var code in (string[])[OwnOrganisation, OtherOrganisation])
        {
            var employer = await db.Organisations.SingleAsync(o => o.Code == code);
            db.Add(new AccessRequest(
                new SignInKey("https://issuer.example", code), new AccessRequestFacts("Nadia", "Nouvelle", null, null, employer.Id, null, "To see my file."), DateTimeOffset.UnixEpoch));
            db.Add(new StaffImport(employer.Id, "list.csv", TableFile.Of(["Nom"], []), ColumnMap.Guess(["Nom"], PreviewStaffList.Columns), Stranger, DateTimeOffset.UnixEpoch));
        }

        await db.SaveChangesAsync();
    }

    private static IQueryable<EmploymentId> EmploymentsOf(TrainingDbContext db, string organisation) =>
        from employment in db.Employments
        where db.Organisations.Any(o => o.Id == employment.OrganisationId && o.Code == organisation)
        orderby employment.Id
        select employment.Id;

    private static IQueryable<GecoPostId> PostsOf(TrainingDbContext db, string organisation) =>
        from post in db.GecoPosts
        where db.Organisations.Any(o => o.Id == post.OrganisationId && o.Code == organisation)
        orderby post.Id
        select post.Id;

    private static IQueryable<StaffImportId> StaffListsOf(TrainingDbContext db, string organisation) =>
        from import in db.StaffImports
        where db.Organisations.Any(o => o.Id == import.OrganisationId && o.Code == organisation)
        select import.Id;

    private static IQueryable<AccessRequestId> AccessRequestsOf(TrainingDbContext db, string organisation) =>
        from request in db.AccessRequests
        where db.Organisations.Any(o => o.Id == request.OrganisationId && o.Code == organisation)
        select request.Id;

    private static bool SeesSchool(string persona) => persona is "planner" or "manager";

    private static bool IsEmployer(string persona) => persona is "officer" or "approver";

    private static bool SeesColleagues(string persona) => SeesSchool(persona) || IsEmployer(persona);

    private static string Nowhere() => Guid.CreateVersion7().ToString();

    private static async Task<string> FirstAsync<TId>(IQueryable<TId> ids) where TId : struct, IId<TId> => (await ids.FirstAsync()).Value.ToString();

    private static Task<string> OriginalOfAsync(TrainingDbContext db, string number) =>
        FirstAsync(db.CertificatePapers.Where(paper => db.Certificates.Any(c => c.Id == paper.CertificateId && c.Number == number)).Select(paper => paper.Id));

    private static async Task<string> WorkOfAsync(TrainingDbContext db, string owner) =>
        (await db.WorkItems.SingleAsync(item => item.OwnerName == owner)).Id.Value.ToString();

    private static async Task<Guid> SelfAsync(TrainingDbContext db, string persona)
    {
        var email = DemoPersonas.All.Single(p => p.Name == persona).Email;
        return (await db.People.SingleAsync(person => person.Email == email)).Id.Value;
    }

    // Somebody who is no persona, for these may see their own.
    private static IQueryable<PersonId> StaffOf(TrainingDbContext db, string organisation)
    {
        var personas = DemoPersonas.All.Select(persona => persona.Email).OfType<string>().ToList();
        return from employment in db.Employments
               where db.Organisations.Any(o => o.Id == employment.OrganisationId && o.Code == organisation)
               where !db.People.Any(p => p.Id == employment.PersonId && personas.Contains(p.Email!))
               orderby employment.Id
               select employment.PersonId;
    }

    private static IQueryable<string> CertificatesOf(TrainingDbContext db, string organisation)
    {
        var personas = DemoPersonas.All.Select(persona => persona.Email).OfType<string>().ToList();
        return from certificate in db.Certificates
               join enrolment in db.Enrolments on certificate.EnrolmentId equals enrolment.Id
               where db.Organisations.Any(o => o.Id == enrolment.OrganisationId && o.Code == organisation)
               where !db.People.Any(p => p.Id == enrolment.PersonId && personas.Contains(p.Email!))
               orderby certificate.Number
               select certificate.Number;
    }

    private static IQueryable<EnrolmentId> EnrolmentsOf(TrainingDbContext db, string organisation)
    {
        var personas = DemoPersonas.All.Select(persona => persona.Email).OfType<string>().ToList();
        return from enrolment in db.Enrolments
               where db.Organisations.Any(o => o.Id == enrolment.OrganisationId && o.Code == organisation)
               where !db.People.Any(p => p.Id == enrolment.PersonId && personas.Contains(p.Email!))
               orderby enrolment.Id
               select enrolment.Id;
    }

    private static IQueryable<HalfDayRegisterId> Registers(TrainingDbContext db, bool taught) =>
        from register in db.Registers
        where db.SessionTrainers.Any(trainer => trainer.SessionId == register.SessionId) == taught
        orderby register.Id
        select register.Id;

    private static IQueryable<string> SheetCodes(TrainingDbContext db, bool taught) =>
        Registers(db, taught).Join(db.Registers, id => id, register => register.Id, (_, register) => register.SheetCode);

    private static IQueryable<string> SessionCodes(TrainingDbContext db, bool taught) =>
        from session in db.Sessions
        where session.FirstDay != null && session.Trainers.Any() == taught
        orderby session.Code
        select session.Code;

    private static IQueryable<SheetScanId> Scans(TrainingDbContext db, bool taught) =>
        from scan in db.SheetScans
        where Registers(db, taught).Any(id => id == scan.RegisterId)
        select scan.Id;
}
