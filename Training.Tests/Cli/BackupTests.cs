using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Keys;
using Training.Domain.People;
using Training.Domain.Retention;
using Training.Domain.Sessions;
using Training.Domain.Work;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Cli;

/// <summary>The restore drill, with the commands that an operator types.</summary>
public class BackupTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Put_everything_back_but_what_was_destroyed_since_and_hold_mail_and_jobs(Engine engine)
    {
        await using var database = await SampleSchoolTemplate.CloneAsync(engine);
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);
        var (product, archive) = (new Product(database), TemporaryFiles.NewPath(".backup"));
        var person = await services.ReadAsync(db => db.People.Select(p => p.Id).FirstAsync(Ct));
        await services.SaveAsync(
            new FileReading(person, FilePart.File, "somebody", TimeProvider.System.GetUtcNow().AddYears(-3)), new ProtectionKey("key-1", "<key/>", TimeProvider.System.GetUtcNow()));
        var before = await CountsAsync(services);
        (await product.RunAsync("backup", archive)).ShouldSatisfyAllConditions(made => made.ExitCode.ShouldBe(0, made.Errors));

        await DestroyAsync(services, person);
        await services.SaveAsync(new Room("Later"));
        var refused = await product.RunAsync("restore", archive);
        (refused.ExitCode, refused.Errors).ShouldBe((1, "The database is not empty. Say --replace to put the backup in its place.\n"));
        (await product.RunAsync("restore", archive, "--replace")).ShouldSatisfyAllConditions(back => back.ExitCode.ShouldBe(0, back.Errors), back => back.Output.ShouldContain("1 destructions were done again"));

        (await CountsAsync(services)).ShouldBe(before with { Readings = before.Readings - 1 });
        (await services.ReadAsync(db => db.DestructionLists.CountAsync(l => l.DestroyedAt != null, Ct))).ShouldBe(1);
        await VerifiedAsync(product);
        (await NextOfAsync(product)).ShouldAllBe(next => next == JsonValueKind.Null);
        (await product.RunAsync("job", "release")).ExitCode.ShouldBe(0);
        (await NextOfAsync(product)).ShouldAllBe(next => next == JsonValueKind.String);
    }

    [Theory, BothDatabases]
    public async Task Bring_a_school_back_into_a_new_database_and_refuse_what_is_damaged(Engine engine)
    {
        await using var lost = await SampleSchoolTemplate.CloneAsync(engine);
        await using var found = await TestDatabase.EmptyAsync(engine);
        var archive = TemporaryFiles.NewPath(".backup");
        (await new Product(lost).RunAsync("backup", archive)).ExitCode.ShouldBe(0);
        var damaged = TemporaryFiles.NewPath(".backup");
        await File.WriteAllTextAsync(damaged, "nothing", Ct);

        (await new Product(found).RunAsync("restore", damaged)).ExitCode.ShouldBe(1);
        (await new Product(found).RunAsync("restore", archive)).ShouldSatisfyAllConditions(back => back.ExitCode.ShouldBe(0, back.Errors));

        await using var services = TestSchool.ServicesOn(found, TimeProvider.System);
        (await services.ReadAsync(db => db.Database.GetPendingMigrationsAsync(Ct))).ShouldBeEmpty();
        (await services.ReadAsync(db => db.JobPauses.Select(pause => pause.Job).SingleAsync(Ct))).ShouldBe(JobPause.Everything);
        await VerifiedAsync(new Product(found));

        // What is only ever added to is still guarded.
        await Should.ThrowAsync<System.Data.Common.DbException>(() => services.ReadAsync(db => db.Database.ExecuteSqlAsync($"delete from certificate_papers", Ct)));
    }

    private sealed record Counts(int Rooms, int Papers, int Readings, int Keys, int Ledger);

    private static Task<Counts> CountsAsync(IServiceProvider services) => services.ReadAsync(async db => new Counts(
        await db.Rooms.CountAsync(Ct), await db.CertificatePapers.CountAsync(Ct), await db.FileReadings.CountAsync(Ct), await db.ProtectionKeys.CountAsync(Ct), await db.LedgerEntries.CountAsync(Ct)));

    private static async Task DestroyAsync(IServiceProvider services, PersonId person)
    {
        var list = new DestructionList([(DestructionClass.FileReading, person.Value)], DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), TimeProvider.System.GetUtcNow());
        list.Release("somebody else", TimeProvider.System.GetUtcNow()).IsRefused.ShouldBeFalse();
        await services.SaveAsync(list);
        (await services.DoAsync((ReleaseDestruction use) => use.HandleAsync(new(list.Id), Ct))).Value.ShouldBeTrue();
    }

    private static async Task VerifiedAsync(Product product)
    {
        foreach (var verb in new string[][] { ["ledger", "verify"], ["audit", "verify"], ["register", "verify", "--all"] })
            (await product.RunAsync(verb)).ShouldSatisfyAllConditions(ending => ending.ExitCode.ShouldBe(0, $"{verb[0]}: {ending.Errors}"));
    }

    private static async Task<IReadOnlyList<JsonValueKind>> NextOfAsync(Product product)
    {
        using var list = JsonDocument.Parse((await product.RunAsync("job", "list", "--json")).Output);
        return [.. list.RootElement.EnumerateArray().Select(job => job.GetProperty("next").ValueKind)];
    }
}
