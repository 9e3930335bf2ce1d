using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Web.Samples;

/// <summary>
/// Gives the sample school a past and a present, through the same use cases as the pages: past sessions with enrolments, closed and
/// sealed registers, ledger lines and certificates; a waiting list, an open approval, an absence to justify. Nothing in it is left
/// to chance, so the same files and date give the same school.
/// </summary>
public sealed class LivedInHistory(IServiceProvider services, HistoricTime time, HistoricActor actor)
{
    private const int SealedAfterDays = 3;

    public async Task WriteAsync(DateOnly asOf, CancellationToken ct)
    {
        var clock = services.GetRequiredService<OfficeClock>();
        await AdoptSchemeAsync(clock, asOf, ct);

        var staff = await StaffAsync(ct);
        var sessions = await ReadAsync(db => db.Sessions.AsNoTracking().Include(s => s.Slots).OrderBy(s => s.FirstDay).ThenBy(s => s.Code).ToListAsync(ct));
        foreach (var (session, turn) in sessions.Select((session, turn) => (session, turn)))
        {
            var size = Math.Min(session.CapacityMax, session.CapacityMin + (turn % 4));
            if (session.FirstDay < asOf)
            {
                await EnrolAsync(session, Pick(staff, turn, size), approve: true, clock.MomentOf(session.FirstDay!.Value.AddDays(-30), new(10, 0)), ct);
                await TeachAsync(session, asOf, clock, ct);
            }
        }

        await new SheetHistory(services, time, actor).WriteAsync(ct);

        var today = clock.MomentOf(asOf, new(8, 0));
        await FillAsync(sessions, "SEC-SUI-27S", staff, today.AddDays(-12), ct);
        await EnrolAsync(Find(sessions, "DESESC-27S"), [.. staff.Where(s => s.Organisation == "ASBL-01").TakeLast(2)], approve: false, today.AddDays(-1), ct);
        await EnrolAsync(Find(sessions, "RADIC-27S"), [.. staff.Where(s => s.Organisation == "ASBL-02").Take(3)], approve: false, today.AddDays(-2), ct);
        await EnrolAsync(Find(sessions, "MED-INT-27S"), Pick(staff, 40, 5), approve: true, today.AddDays(-20), ct);
        await new RequestHistory(services, time, actor).WriteAsync(asOf, Find(sessions, "DESESC-27S").Id, ct);
        await TimeReleaseHistory.WriteAsync(services, asOf, ct);
        await new OpenAttendance(services, time, actor).WriteAsync(asOf, ct);
        await new ExamHistory(services, actor).WriteAsync(asOf, ct);
        await SendMailOfThePastAsync(ct);
    }

    // What was owed in the past was sent in the past.
    private async Task SendMailOfThePastAsync(CancellationToken ct) =>
        await ReadAsync(db => db.OutboxMessages.ExecuteUpdateAsync(set => set.SetProperty(message => message.SentAt, message => message.RecordedAt), ct));

    private sealed record Colleague(PersonId Person, OrganisationId OrganisationId, string Organisation);

    private static Session Find(IEnumerable<Session> sessions, string code) => sessions.Single(session => session.Code == code);

    // The officer of ASBL-01 sees capped balances; the other employers count hours without a cap.
    private async Task AdoptSchemeAsync(OfficeClock clock, DateOnly asOf, CancellationToken ct)
    {
        time.MoveTo(clock.MomentOf(new DateOnly(asOf.Year, 1, 5), new(9, 0)));
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        var organisation = await db.Organisations.Where(o => o.Code == "ASBL-01").OneAsync(ct);
        db.Add(new SchemeAdoption(
            organisation.Id, Schemes.GecoLocal, new DateOnly(asOf.Year, 1, 1), "Règlement de travail, annexe formation / Arbeidsreglement, bijlage opleiding",
            actor.Actor.Name, clock.Now));
        await db.SaveChangesAsync(ct);
    }

    private async Task<IReadOnlyList<Colleague>> StaffAsync(CancellationToken ct) => await ReadAsync(db => (
        from employment in db.Employments
        join organisation in db.Organisations on employment.OrganisationId equals organisation.Id
        join person in db.People on employment.PersonId equals person.Id
        where organisation.Code.StartsWith("ASBL-0") || organisation.Code == "MUN-21013"
        where employment.FteFraction == 1m || employment.StaffCategory != StaffCategory.Volunteer
        orderby organisation.Code, person.Email
        select new Colleague(employment.PersonId, organisation.Id, organisation.Code)).ToListAsync(ct));

    // People of several employers in each session: every fifth of the list from a place that moves on with each session.
    private static IReadOnlyList<Colleague> Pick(IReadOnlyList<Colleague> staff, int turn, int count) =>
        [.. Enumerable.Range(0, count).Select(i => staff[((turn * 7) + (i * 5)) % Math.Min(staff.Count, 160)]).DistinctBy(s => s.Person)];

    private async Task EnrolAsync(Session session, IReadOnlyList<Colleague> people, bool approve, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var group in people.GroupBy(person => person.OrganisationId))
        {
            time.MoveTo(at = at.AddMinutes(7));
            var employer = group.First().Organisation;
            actor.Become($"Responsable de formation {employer}");
            var lines = await UseAsync<EnrolColleagues, IReadOnlyList<EnrolColleagues.Line>>(use =>
                use.HandleAsync(new(session.Id, group.Key, [.. group.Select(person => new EnrolColleagues.Wish(person.Person))]), ct));
            if (!approve)
                continue;

            actor.Become($"Direction {employer}");
            foreach (var line in lines.Where(line => !line.Outcome.IsRefused))
                await UseAsync<DecideRequest, Outcome<EnrolmentStatus>>(use =>
                    use.HandleAsync(new(line.Outcome.Value, Approve: true, null, Reader.WholeSchool), ct));
        }
    }

    private async Task FillAsync(IReadOnlyList<Session> sessions, string code, IReadOnlyList<Colleague> staff, DateTimeOffset at, CancellationToken ct)
    {
        var session = Find(sessions, code);
        await EnrolAsync(session, Pick(staff, 90, session.CapacityMax + 3), approve: true, at, ct);
    }

    private async Task TeachAsync(Session session, DateOnly asOf, OfficeClock clock, CancellationToken ct)
    {
        var registers = await ReadAsync(db => db.Registers.AsNoTracking().Where(r => r.SessionId == session.Id && r.Date < asOf)
            .OrderBy(r => r.Date).ThenBy(r => r.Part).ToListAsync(ct));
        var seated = await ReadAsync(db => db.Enrolments.Where(e => e.SessionId == session.Id && e.HoldsSeat)
            .OrderBy(e => e.RequestedAt).ThenBy(e => e.Id).Select(e => e.Id).ToListAsync(ct));
        if (seated.Count == 0)
            return;

        foreach (var (register, half) in registers.Select((register, half) => (register, half)))
            await MarkAsync(session, register, half, seated, clock, ct);

        var checkedUpTo = asOf.AddDays(-SealedAfterDays * 3);
        var due = registers.Where(r => r.Date <= checkedUpTo).Select(r => r.Id).ToList();
        if (due.Count == 0)
            return;

        time.MoveTo(clock.MomentOf(registers.Where(r => r.Date <= checkedUpTo).Max(r => r.Date).AddDays(SealedAfterDays), new(14, 0)));
        actor.Become("Secrétariat");
        await RuleOnAbsencesAsync(session, seated, checkedUpTo, ct);
        await UseAsync<SealRegisters, Outcome<Done>>(use => use.HandleAsync(new(session.Id, due), ct));
        await UseAsync<IssueCertificates, Outcome<int>>(use => use.HandleAsync(new(session.Id), ct));
    }

    // Most people are there throughout; some arrive late, leave early or miss a half-day, always the same ones.
    private async Task MarkAsync(
        Session session, HalfDayRegister register, int half, IReadOnlyList<EnrolmentId> seated, OfficeClock clock, CancellationToken ct)
    {
        var last = session.Slots.Where(slot => slot.Date == register.Date && slot.Part == register.Part).MaxBy(slot => slot.End)!;
        time.MoveTo(clock.MomentOf(register.Date, last.End));
        actor.Become("Formateur");
        var seen = seated.Select((enrolment, index) => new MarkAttendance.Seen(enrolment, ((index * 5) + half) switch
        {
            var n when n % 23 == 22 => Presence.None,
            var n when n % 17 == 16 => new Presence(Absent: false, Left: last.End.AddMinutes(-35)),
            var n when index == 1 && n % 2 == 0 => new Presence(Absent: false, Arrived: last.Start.AddMinutes(20)),
            _ => Presence.Throughout,
        })).ToList();
        await UseAsync<MarkAttendance, Outcome<IReadOnlyList<MarkAttendance.Answer>>>(use => use.HandleAsync(new(register.Id, seen, Reader.WholeSchool), ct));
        await UseAsync<CloseHalfDay, Outcome<Done>>(use => use.HandleAsync(new(register.Id, Reader.WholeSchool), ct));
    }

    private async Task RuleOnAbsencesAsync(Session session, IReadOnlyList<EnrolmentId> seated, DateOnly upTo, CancellationToken ct)
    {
        var attendance = await ReadAsync(db => SessionAttendance.LoadAsync(db, session.Id, ct));
        foreach (var (enrolment, index) in seated.Select((enrolment, index) => (enrolment, index)))
        {
            foreach (var date in attendance.MissedBy(enrolment, attendance.Slots.Where(slot => slot.Date <= upTo)).Select(missed => missed.Date).Distinct())
            {
                var (kind, category) = index % 2 == 0
                    ? (AbsenceKind.Justified, (JustificationCategory?)JustificationCategory.Sickness)
                    : (AbsenceKind.Unjustified, null);
                await UseAsync<RuleAbsence, Outcome<Done>>(use => use.HandleAsync(new(enrolment, date, null, kind, category, null), ct));
            }
        }
    }

    private async Task<T> ReadAsync<T>(Func<TrainingDbContext, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TrainingDbContext>());
    }

    private async Task<TResult> UseAsync<TUseCase, TResult>(Func<TUseCase, Task<TResult>> use) where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
