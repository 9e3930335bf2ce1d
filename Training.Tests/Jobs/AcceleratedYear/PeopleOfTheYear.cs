using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Justifications;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Retention;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;
using Training.Tests.Infrastructure;
using Training.Web.Access;
using Xunit;

namespace Training.Tests.Jobs.AcceleratedYear;

/// <summary>What people do in the year, through the use cases of their pages. The expected calendar tells it again beside what follows from it.</summary>
internal sealed class PeopleOfTheYear(TrainingApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public IEnumerable<(string At, Func<Task> Do)> Acts() =>
    [
        ("2026-09-01 09:30", () => SetAsync(ParameterKeys.GecoCarryOverFraction, "0.25", new(2026, 1, 1), "ASBL-01")),
        ("2026-09-01 17:00", () => TeachAsync("NL-PRO-26A", new(2026, 9, 1))),
        ("2026-09-02 10:00", () => DecideAsync("RADIC-27S", "agnieszka.vandenbroeck46@asbl-02", approve: true)),
        ("2026-09-04 14:00", () => SealAsync("NL-PRO-26A")),
        ("2026-09-04 14:02", () => SealAsync("DIAG-SOC-26A")),
        ("2026-09-07 10:00", () => TeachAsync("GDP-BASE-26A", new(2026, 8, 31))),
        ("2026-09-07 10:01", () => TeachAsync("GDP-BASE-26A", new(2026, 9, 1))),
        ("2026-09-07 10:02", () => TeachAsync("GDP-BASE-26A", new(2026, 9, 2))),
        ("2026-09-08 11:00", () => DecideAsync("DESESC-27S", "zoe.dhondt19@asbl-01", approve: true)),
        ("2026-09-08 11:02", () => DecideAsync("DESESC-27S", "yasmina.wojcik23@asbl-01", approve: false)),
        ("2026-09-09 17:00", () => TeachAsync("GDP-BASE-26A", new(2026, 9, 9), "mihai.obrien33@asbl-02")),
        ("2026-09-10 09:00", () => CloseAsync("GDP-BASE-26A", new(2026, 8, 24))),
        ("2026-09-11 15:00", () => SealAsync("GDP-BASE-26A")),
        ("2026-09-14 10:00", () => WithdrawAsync("SEC-SUI-27S", "elodie.janssens12@asbl-01")),
        ("2026-09-15 09:00", () => JustifyAsync("GDP-BASE-26A", "mihai.obrien33@asbl-02", new(2026, 9, 9))),
        ("2026-09-15 09:30", () => ReleaseDestructionAsync("planner")),
        ("2026-09-15 09:31", () => ReleaseDestructionAsync("manager")),
        ("2026-09-16 09:00", () => AcceptJustificationAsync("GDP-BASE-26A", "mihai.obrien33@asbl-02", new(2026, 9, 9))),
        ("2026-09-24 09:30", () => TakeSeatAsync("SEC-SUI-27S", "emre.mbemba1284@asbl-04")),
        ("2026-09-25 06:35", () => AddSeatAsync("SEC-SUI-27S")),
        ("2026-10-01 09:00", () => TakeSeatAsync("SEC-SUI-27S", "hakon.dasilva1298@asbl-04")),
        ("2026-10-02 09:00", () => AcceptJustificationAsync("GDP-BASE-26A", "bjorn.wojcik35@asbl-02", new(2026, 8, 24))),
        ("2026-10-16 10:00", () => CancelAsync("MED-INT-27S")),
        ("2026-10-21 14:00", () => WithdrawAsync("SEC-SUI-27S", "wout.kowalski30@asbl-02", "RN 85.07.30-033.28")),
        ("2026-10-27 11:00", () => ReplaceAsync("SEC-SUI-27S", "wout.kowalski30@asbl-02", "bjorn.wojcik35@asbl-02")),
        ("2026-11-10 17:00", () => TeachAsync("SEC-SUI-27S", new(2026, 11, 10), "noel.kowalski51@asbl-02", "cedric.obrien74@asbl-03")),
        ("2026-11-12 09:00", () => JustifyAsync("SEC-SUI-27S", "cedric.obrien74@asbl-03", new(2026, 11, 10))),
        ("2026-11-13 09:00", () => AcceptJustificationAsync("SEC-SUI-27S", "cedric.obrien74@asbl-03", new(2026, 11, 10))),
        ("2026-11-16 10:00", () => EnrolAsync("NL-PRO-27S", "ASBL-02", "cedric.ozturk42@asbl-02")),
        ("2026-11-16 10:02", () => EnrolAsync("NL-PRO-27S", "ASBL-03", "emre.nguyen64@asbl-03", "cedric.obrien74@asbl-03")),
        ("2026-11-17 17:00", () => TeachAsync("SEC-SUI-27S", new(2026, 11, 17))),
        ("2026-11-18 09:00", () => DecideAsync("NL-PRO-27S", "cedric.ozturk42@asbl-02", approve: true)),
        ("2026-11-18 09:02", () => DecideAsync("NL-PRO-27S", "emre.nguyen64@asbl-03", approve: true)),
        ("2026-11-18 09:03", () => DecideAsync("NL-PRO-27S", "cedric.obrien74@asbl-03", approve: true)),
        ("2026-11-19 15:00", () => SealAsync("SEC-SUI-27S")),
        ("2026-12-01 09:00", () => SetAsync(ParameterKeys.EducationalLeaveCertificates, "true", new(2027, 1, 1))),
        ("2026-12-01 09:05", () => SetAsync(ParameterKeys.PelRecognition, PaidEducationalLeave.Automatic, new(2025, 9, 1))),
        ("2026-12-07 09:00", () => SetAsync(ParameterKeys.GecoUnjustifiedConsumes, "false", new(2026, 11, 1), "ASBL-02")),
        ("2026-12-07 09:30", () => SetAsync("pel.wageCap.monthly", "3750", new(2025, 9, 1))),
        ("2026-12-21 17:00", () => TeachAsync("DESESC-27S", new(2026, 12, 21))),
        ("2026-12-22 17:00", () => TeachAsync("DESESC-27S", new(2026, 12, 22))),
        ("2027-01-05 17:00", () => TeachAsync("RADIC-27S", new(2027, 1, 5), "agnieszka.vandenbroeck46@asbl-02")),
        ("2027-01-06 17:00", () => TeachAsync("RADIC-27S", new(2027, 1, 6), "agnieszka.vandenbroeck46@asbl-02")),
        ("2027-01-08 14:00", () => SealAsync("RADIC-27S")),
        ("2027-01-08 14:02", () => SealAsync("DESESC-27S")),
        .. LanguageDays(),
        ("2027-02-17 14:00", () => SealAsync("NL-PRO-27S")),
        ("2027-05-10 09:00", () => app.SaveAsync(new ClosingDay(new(2027, 12, 27), "Fermeture / Sluiting"))),
    ];

    // Somebody misses the second day and never says why.
    private IEnumerable<(string At, Func<Task> Do)> LanguageDays() =>
    [
        ("2027-01-07 17:00", () => TeachAsync("NL-PRO-27S", new(2027, 1, 7))),
        ("2027-01-14 17:00", () => TeachAsync("NL-PRO-27S", new(2027, 1, 14), "emre.nguyen64@asbl-03")),
        ("2027-01-21 17:00", () => TeachAsync("NL-PRO-27S", new(2027, 1, 21))),
        ("2027-01-28 17:00", () => TeachAsync("NL-PRO-27S", new(2027, 1, 28))),
        ("2027-02-04 17:00", () => TeachAsync("NL-PRO-27S", new(2027, 2, 4))),
        ("2027-02-12 17:00", () => TeachAsync("NL-PRO-27S", new(2027, 2, 12))),
        ("2027-02-15 17:00", () => TeachAsync("NL-PRO-27S", new(2027, 2, 15))),
    ];

    /// <summary>Everybody was there throughout, but those who are named; the trainer closes the half-days.</summary>
    private async Task TeachAsync(string session, DateOnly day, params string[] absent)
    {
        var seated = await app.ReadAsync(db => SeatedIn(db, session).ToListAsync(Ct));
        foreach (var register in await RegistersAsync(session, day))
        {
            await MustAsync((MarkAttendance use) => use.HandleAsync(new(
                register, [.. seated.Select(one => new MarkAttendance.Seen(one.Enrolment, absent.Contains(one.Name) ? Presence.None : Presence.Throughout))], Reader.WholeSchool), Ct));
            await MustAsync((CloseHalfDay use) => use.HandleAsync(new(register, Reader.WholeSchool), Ct));
        }
    }

    private async Task CloseAsync(string session, DateOnly day)
    {
        foreach (var register in await RegistersAsync(session, day))
            await MustAsync((CloseHalfDay use) => use.HandleAsync(new(register, Reader.WholeSchool), Ct));
    }

    /// <summary>The secretariat has checked what is closed.</summary>
    private async Task SealAsync(string session)
    {
        var (id, closed) = await app.ReadAsync(async db =>
        {
            var found = await db.Sessions.Where(s => s.Code == session).Select(s => s.Id).SingleAsync(Ct);
            return (found, await db.Registers.Where(r => r.SessionId == found && r.Status == RegisterStatus.Closed).OrderBy(r => r.Date).ThenBy(r => r.Part).Select(r => r.Id).ToListAsync(Ct));
        });
        await MustAsync((SealRegisters use) => use.HandleAsync(new(id, closed), Ct));
    }

    private async Task EnrolAsync(string session, string employer, params string[] people)
    {
        var (id, organisation, wishes) = await app.ReadAsync(async db => (
            await db.Sessions.Where(s => s.Code == session).Select(s => s.Id).SingleAsync(Ct), await db.Organisations.Where(o => o.Code == employer).Select(o => o.Id).SingleAsync(Ct),
            await db.People.Where(p => people.Contains(p.Email!.Replace(".example.org", ""))).OrderBy(p => p.Email).Select(p => p.Id).ToListAsync(Ct)));
        var lines = await app.DoAsync((EnrolColleagues use) => use.HandleAsync(new(id, organisation, [.. wishes.Select(person => new EnrolColleagues.Wish(person))]), Ct));
        lines.Count(line => !line.Outcome.IsRefused).ShouldBe(people.Length);
    }

    private async Task DecideAsync(string session, string person, bool approve)
    {
        var enrolment = await EnrolmentAsync(session, person);
        await MustAsync((DecideRequest use) => use.HandleAsync(new(enrolment, approve, approve ? null : "Pas cette année", Reader.WholeSchool), Ct));
    }

    private async Task WithdrawAsync(string session, string person, string? reason = null)
    {
        var enrolment = await EnrolmentAsync(session, person);
        await MustAsync((WithdrawEnrolment use) => use.HandleAsync(new(enrolment, reason, Reader.WholeSchool), Ct));
    }

    private async Task ReplaceAsync(string session, string leaves, string comes)
    {
        var (enrolment, colleague) = (await EnrolmentAsync(session, leaves), await PersonAsync(comes));
        await MustAsync((ReplaceParticipant use) => use.HandleAsync(new(enrolment, colleague, Reader.WholeSchool, new Decider(null)), Ct));
    }

    private async Task TakeSeatAsync(string session, string person)
    {
        var enrolment = await EnrolmentAsync(session, person);
        await MustAsync((AnswerOffer use) => use.HandleAsync(new(enrolment, Accept: true, Reader.WholeSchool), Ct));
    }

    private async Task JustifyAsync(string session, string person, DateOnly day)
    {
        var enrolment = await EnrolmentAsync(session, person);
        await MustAsync((SendJustification use) => use.HandleAsync(new(enrolment, day, null, JustificationCategory.Sickness, null, Reader.WholeSchool), Ct));
    }

    private async Task AcceptJustificationAsync(string session, string person, DateOnly day)
    {
        var enrolment = await EnrolmentAsync(session, person);
        var sent = await app.ReadAsync(db => db.JustificationRequests.Where(j => j.EnrolmentId == enrolment && j.Date == day).Select(j => j.Id).SingleAsync(Ct));
        await MustAsync((DecideJustification use) => use.HandleAsync(new(sent, Accept: true, null), Ct));
    }

    private async Task CancelAsync(string session)
    {
        var id = await app.ReadAsync(db => db.Sessions.Where(s => s.Code == session).Select(s => s.Id).SingleAsync(Ct));
        await MustAsync((CancelSession use) => use.HandleAsync(new(id, "Trop peu d'inscriptions"), Ct));
    }

    private async Task AddSeatAsync(string code)
    {
        var (session, course) = await app.ReadAsync(async db => (
            await db.Sessions.AsNoTracking().Include(s => s.Slots).Include(s => s.Trainers).SingleAsync(s => s.Code == code, Ct),
            await db.Sessions.Where(s => s.Code == code).Join(db.CourseVersions, s => s.CourseVersionId, v => v.Id, (_, v) => v.CourseId).SingleAsync(Ct)));
        var plan = SessionPlan.Of(session);
        await MustAsync((PlanSession use) => use.HandleAsync(new(session.Id, session.Version, course, code, plan with { CapacityMax = plan.CapacityMax + 1 }, "Une chaise de plus"), Ct));
    }

    private async Task ReleaseDestructionAsync(string who)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().ActFor(new Actor(who, "test"));
        var list = await scope.ServiceProvider.GetRequiredService<TrainingDbContext>().DestructionLists.Where(l => l.DestroyedAt == null).Select(l => l.Id).SingleAsync(Ct);
        (await scope.ServiceProvider.GetRequiredService<ReleaseDestruction>().HandleAsync(new(list), Ct)).IsRefused.ShouldBeFalse();
    }

    private Task SetAsync(string key, string value, DateOnly from, string? employer = null) => MustAsync((ChangeParameter use) => use.HandleAsync(
        new(key, value, from, null, "Décision / Beslissing", ParameterCertainty.Design, "Année", employer is null ? ParameterScope.Global : ParameterScope.Organisation, employer), Ct));

    private Task<PersonId> PersonAsync(string name) => app.ReadAsync(db => db.People.Where(p => p.Email == name + ".example.org").Select(p => p.Id).SingleAsync(Ct));

    private Task<EnrolmentId> EnrolmentAsync(string session, string person) => app.ReadAsync(db => db.Enrolments
        .Where(e => db.Sessions.Any(s => s.Id == e.SessionId && s.Code == session) && db.People.Any(p => p.Id == e.PersonId && p.Email == person + ".example.org"))
        .Select(e => e.Id).SingleAsync(Ct));

    private static IQueryable<Seat> SeatedIn(TrainingDbContext db, string session) =>
        from enrolment in db.Enrolments
        join person in db.People on enrolment.PersonId equals person.Id
        where enrolment.HoldsSeat && enrolment.Status == EnrolmentStatus.Confirmed && db.Sessions.Any(s => s.Id == enrolment.SessionId && s.Code == session)
        select new Seat(enrolment.Id, person.Email!.Replace(".example.org", ""));

    private Task<List<HalfDayRegisterId>> RegistersAsync(string session, DateOnly day) => app.ReadAsync(db => db.Registers
        .Where(r => r.Date == day && r.Status == RegisterStatus.Open && db.Sessions.Any(s => s.Id == r.SessionId && s.Code == session))
        .OrderBy(r => r.Date).ThenBy(r => r.Part).Select(r => r.Id).ToListAsync(Ct));

    private async Task MustAsync<TUseCase, TResult>(Func<TUseCase, Task<Outcome<TResult>>> use) where TUseCase : notnull where TResult : notnull =>
        (await app.DoAsync(use)).Refusal.ShouldBeNull();

    private sealed record Seat(EnrolmentId Enrolment, string Name);
}
