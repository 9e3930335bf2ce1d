using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Training.Domain;
using Training.Domain.Imports;
using Training.Domain.TimeRelease;
using Training.Reports.GecoStatements;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.TimeRelease;

public class ImportOutsideHoursTests
{
    private const string Balances =
        "Organisation;E-mail;Date;Heures;Preuve;Accepté par\nORG-1;ana@example.org;2026-07-01;20,5;Tableau RH 2026;Direction\n";

    private const string History =
        "Organisatie;E-mailadres;Datum;Uren;Bewijs;Aanvaard door;Opleiding\n"
        + "ORG-1;ana@example.org;2026-09-10;6;Attest 12;Directie;EHBO\nORG-1;ana@example.org;2026-09-11;6;;Directie;EHBO\nORG-1;niemand@example.org;2026-09-11;6;Attest 13;Directie;EHBO\n";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Opens_a_balance_with_its_proof_and_adds_nothing_the_second_time(Engine engine)
    {
        await using var school = await SchoolAsync(engine);

        (await ReadAsync(school, Balances, LedgerEntryKind.Opening)).Added.ShouldBe(1);
        (await ReadAsync(school, Balances, LedgerEntryKind.Opening)).Unchanged.ShouldBe(1);

        var account = await school.ReadAsync(db => db.TimeReleaseAccounts.Include(a => a.Entries).SingleAsync(Ct));
        (account.GrantedMinutes, account.ElsewhereMinutes, account.AvailableMinutes, account.ConsumedMinutes).ShouldBe((2280, 2280 - 1230, 1230, 0));
        var line = account.Entries.Single(e => e.Kind == LedgerEntryKind.Opening);
        (line.Proof, line.ApprovedBy).ShouldBe(("Tableau RH 2026", "Direction"));
        (await school.DoAsync((VerifyLedger use) => use.HandleAsync(Ct))).ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Shows_training_followed_elsewhere_apart_and_refuses_a_row_without_proof(Engine engine)
    {
        await using var school = await SchoolAsync(engine);

        var report = await ReadAsync(school, History, LedgerEntryKind.Elsewhere);

        report.Added.ShouldBe(1);
        report.Refused.Select(note => (note.Row, note.Reason.GetType())).ShouldBe([(3, typeof(ValueMissing)), (4, typeof(NoSchemeThen))]);
        await using var scope = school.Services.CreateAsyncScope();
        var record = await ActivatorUtilities.CreateInstance<WorkerCourseQuery>(scope.ServiceProvider).HandleAsync(new("ORG-1", 2026, Reader.WholeSchool, "tester"), Ct);
        var line = record.Lines.ShouldHaveSingleItem();
        (line.Elsewhere, line.Attended, line.Course.Nl, line.Certificate, line.Funder).ShouldBe((true, 360, "EHBO", "Attest 12", null));
        var account = await school.ReadAsync(db => db.TimeReleaseAccounts.SingleAsync(Ct));
        (account.ConsumedMinutes, account.ElsewhereMinutes, account.AvailableMinutes).ShouldBe((0, 360, 1920));
    }

    private static async Task<TestSchool> SchoolAsync(Engine engine)
    {
        var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        await taught.PersonAsync(await taught.OrganisationAsync("ORG-1", "Association"), "Ana");
        await school.ReadAsync(db => db.People.ExecuteUpdateAsync(set => set.SetProperty(p => p.Email, "ana@example.org"), Ct));
        return school;
    }

    private static async Task<ImportReport> ReadAsync(TestSchool school, string file, LedgerEntryKind kind)
    {
        var outcome = await school.DoAsync((ImportOutsideHours use) => use.HandleAsync(new(new MemoryStream(Encoding.UTF8.GetBytes(file)), kind, new ImportMode()), Ct));
        outcome.IsRefused.ShouldBeFalse();
        return outcome.Value!;
    }
}
