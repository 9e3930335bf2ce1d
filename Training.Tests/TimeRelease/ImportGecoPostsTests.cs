using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Imports;
using Training.Domain.People;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.TimeRelease;

public class ImportGecoPostsTests
{
    private const string Headings = "Overeenkomst;Geco-post;Vereist niveau;VTE;Premie;Bekleder;Bezet sinds;Bezet tot\n";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Writes_what_is_agreed_and_who_holds_a_post_and_adds_nothing_the_second_time(Engine engine)
    {
        await using var school = await SchoolAsync(engine);
        const string File = Headings + "CV-1;ACS-7;2;0,5;verhoogd;ana@example.org;2024-03-01;2025-06-30\nCV-1;ACS-8;1;1;;;;\n";

        (await ReadAsync(school, File)).Added.ShouldBe(2);
        var again = await ReadAsync(school, File);

        (again.Added, again.Changed, again.Unchanged).ShouldBe((0, 0, 2));
        var posts = await school.ReadAsync(db => db.GecoPosts.OrderBy(p => p.Reference).ToListAsync(Ct));
        posts.Select(p => (p.Reference, p.AgreementReference, p.RequiredLevel, p.FteFraction, p.PremiumType))
            .ShouldBe([("ACS-7", "CV-1", 2, 0.5m, "verhoogd"), ("ACS-8", "CV-1", 1, 1m, null)]);
        var held = await school.ReadAsync(db => db.Employments.OrderBy(e => e.Start).ToListAsync(Ct));
        held.Select(e => (e.PostReference, e.Start, e.End, e.FundingStatus)).ShouldBe(
        [
            ("ACS-1", new(2020, 1, 1), new DateOnly(2024, 2, 29), FundingStatus.GecoAssociation),
            ("ACS-7", new(2024, 3, 1), new DateOnly(2025, 6, 30), FundingStatus.GecoAssociation),
            (null, new(2025, 7, 1), null, FundingStatus.NotGeco),
        ]);
        held[1].RequiredLevel.ShouldBe(2);
        (await school.ReadAsync(db => db.OccupanciesAsync([posts[0].OrganisationId], Ct)))[posts[0].Id].ShouldHaveSingleItem().To.ShouldBe(new DateOnly(2025, 6, 30));
    }

    [Theory, BothDatabases]
    public async Task Keeps_the_end_of_somebody_who_has_left(Engine engine)
    {
        await using var school = await SchoolAsync(engine);
        await school.ReadAsync(db => db.Employments.ExecuteUpdateAsync(set => set.SetProperty(e => e.End, new DateOnly(2025, 12, 31)), Ct));

        await ReadAsync(school, Headings + "CV-1;ACS-7;2;1;;ana@example.org;2024-03-01;2025-06-30\n");

        (await school.ReadAsync(db => db.Employments.OrderBy(e => e.Start).Select(e => e.End).ToListAsync(Ct)))
            .ShouldBe([new DateOnly(2024, 2, 29), new DateOnly(2025, 6, 30), new DateOnly(2025, 12, 31)]);
    }

    [Theory, BothDatabases]
    public async Task Refuses_each_bad_row_with_its_reason_and_keeps_the_good_one(Engine engine)
    {
        await using var school = await SchoolAsync(engine);

        var report = await ReadAsync(
            school,
            Headings + "CV-1;ACS-7;2;1;;;;\nCV-1;ACS-9;0;1;;;;\nCV-1;ACS-9;2;1,5;;;;\n;ACS-9;2;1;;;;\nCV-1;ACS-9;2;1;;niemand@example.org;2024-01-01;\n"
            + "CV-1;ACS-9;2;1;;ana@example.org;2019-01-01;\nCV-1;ACS-9;2;1;;ana@example.org;2024-05-01;2024-04-01\nCV-1;ACS-7;2;1;;;;\n");

        report.Added.ShouldBe(1);
        report.Refused.Select(note => (note.Row, note.Reason.GetType())).ShouldBe(
        [
            (3, typeof(NotANumber)), (4, typeof(NotAFraction)), (5, typeof(ValueMissing)), (6, typeof(NotStaffThen)), (7, typeof(NotStaffThen)), (8, typeof(EndBeforeStart)),
        ]);
        report.Duplicates.ShouldHaveSingleItem().Row.ShouldBe(9);
        (await school.ReadAsync(db => db.GecoPosts.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Writes_nothing_on_a_dry_run_or_when_strict_and_one_row_is_bad(Engine engine)
    {
        await using var school = await SchoolAsync(engine);
        const string File = Headings + "CV-1;ACS-7;2;1;;ana@example.org;2024-03-01;\nCV-1;ACS-9;9;1;;;;\n";

        (await ReadAsync(school, File, new ImportMode(DryRun: true))).Added.ShouldBe(1);
        (await ReadAsync(school, File, new ImportMode(Strict: true))).Added.ShouldBe(0);

        (await school.ReadAsync(db => db.GecoPosts.CountAsync(Ct))).ShouldBe(0);
        (await school.ReadAsync(db => db.Employments.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Takes_the_employer_from_the_file_or_from_the_command_and_refuses_an_unknown_one(Engine engine)
    {
        await using var school = await SchoolAsync(engine);
        const string File = "Organisation;Poste ACS;Convention;Niveau requis;ETP\nORG-1;ACS-7;CV-1;2;1\nORG-2;ACS-7;CV-1;2;1\n";

        (await ReadAsync(school, File, organisation: null)).Refused.ShouldHaveSingleItem().Reason.ShouldBe(new UnknownCode("ORG-2"));
        (await UseAsync(school, File, new ImportMode(), "ORG-9")).Refusal.ShouldBe(new UnknownCode("ORG-9"));
        (await UseAsync(school, Headings + "CV-1;ACS-7;2;1;;;;\n", new ImportMode(), null)).Refusal.ShouldBeOfType<ColumnsMissing>();
    }

    private static async Task<TestSchool> SchoolAsync(Engine engine)
    {
        var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        await taught.PersonAsync(await taught.OrganisationAsync("ORG-1", "Association"), "Ana", eMail: "ana@example.org");
        return school;
    }

    private static async Task<ImportReport> ReadAsync(TestSchool school, string file, ImportMode? mode = null, string? organisation = "ORG-1")
    {
        var outcome = await UseAsync(school, file, mode ?? new ImportMode(), organisation);
        outcome.IsRefused.ShouldBeFalse();
        return outcome.Value!;
    }

    private static Task<Outcome<ImportReport>> UseAsync(TestSchool school, string file, ImportMode mode, string? organisation) =>
        school.DoAsync((ImportGecoPosts use) => use.HandleAsync(new(new MemoryStream(Encoding.UTF8.GetBytes(file)), organisation, mode), Ct));
}
