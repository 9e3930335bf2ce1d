using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Samples;

/// <summary>What the pages about people and organisations show: an establishment unit, somebody known twice, a request, and who read a file.</summary>
internal sealed class PeopleOfTheSchool(IServiceProvider services, HistoricTime time, HistoricActor actor)
{
    private const string Participant = "maelle.vandenbroeck4@asbl-01.example.org";
    private const string KnownTwice = "agnieszka.vandenbroeck46@asbl-02.example.org";

    public async Task WriteAsync(DateOnly today, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var (db, clock) = (scope.ServiceProvider.GetRequiredService<TrainingDbContext>(), scope.ServiceProvider.GetRequiredService<OfficeClock>());
        time.MoveTo(clock.MomentOf(today.AddDays(-9), new(11, 0)));
        actor.Become("Secrétariat");

        var employer = await db.Organisations.Where(o => o.Code == "ASBL-01").OneAsync(ct);
        employer.Restate(employer.Facts with { JointCommittee = "329.02", AverageFteFrom = new DateOnly(today.Year - 1, 1, 1), AverageFteTo = new DateOnly(today.Year - 1, 12, 31) });
        db.Add(new EstablishmentUnit(employer.Id, new LocalizedText("Maison de quartier", "Buurthuis"), null, employer.Nis));

        var other = await db.Organisations.Where(o => o.Code == "ASBL-05").OneAsync(ct);
        var twin = await db.People.AsNoTracking().Where(p => p.Email == KnownTwice).OneAsync(ct);
        var again = new Person(twin.Facts with { Email = null });
        db.Add(again);
        db.Add(new Employment(again.Id, other.Id, new EmploymentTerms(
            "FUN-SW", 0.5m, FundingStatus.NotGeco, StaffCategory.Private, 4, null, new DateOnly(today.Year, 2, 1))));

        var participant = await db.People.AsNoTracking().Where(p => p.Email == Participant).OneAsync(ct);
        db.Add(new FileReading(participant.Id, FilePart.File, "Secrétariat", clock.Now));
        db.Add(new PersonRequest(participant.Id, PersonRequestKind.Correction, "Mon nom s'écrit avec un tréma : Maëlle.", clock.Now));
        await db.SaveChangesAsync(ct);
    }
}
