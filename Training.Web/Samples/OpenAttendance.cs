using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Devices;
using Training.Domain.Attendance.Justifications;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Samples;

/// <summary>What waits for the secretariat of the sample school: somebody at the door, a justification to decide on, a register that nobody has closed.</summary>
internal sealed class OpenAttendance(IServiceProvider services, HistoricTime time, HistoricActor actor)
{
    private static readonly Guid DoorKey = new("0199b1a0-0000-7000-8000-000000000001");

    public async Task WriteAsync(DateOnly asOf, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        var clock = scope.ServiceProvider.GetRequiredService<OfficeClock>();
        time.MoveTo(clock.MomentOf(asOf, new(7, 30)));
        var closed = await db.Registers.AsNoTracking().Where(r => r.Status == RegisterStatus.Closed).OrderBy(r => r.Date).ThenBy(r => r.Part).ThenBy(r => r.Id).ToListAsync(ct);
        if (closed.Count < 2)
            return;

        actor.Become("Formateur");
        await scope.ServiceProvider.GetRequiredService<NoteUnlistedPerson>()
            .HandleAsync(new(closed[^1].Id, DoorKey, "Amélie Baert", clock.Now, Reader.WholeSchool), ct);
        await scope.ServiceProvider.GetRequiredService<ReopenHalfDay>().HandleAsync(new(closed[0].Id, Reader.WholeSchool), ct);
        await JustifyAsync(scope.ServiceProvider, db, closed, ct);
    }

    private async Task JustifyAsync(IServiceProvider scope, TrainingDbContext db, IReadOnlyList<HalfDayRegister> closed, CancellationToken ct)
    {
        actor.Become("Responsable de formation ASBL-01");
        foreach (var session in closed.Select(register => register.SessionId).Distinct())
        {
            var attendance = await SessionAttendance.LoadAsync(db, session, ct);
            var seated = await db.Enrolments.AsNoTracking().Where(e => e.SessionId == session && e.HoldsSeat).OrderBy(e => e.RequestedAt).ThenBy(e => e.Id).Select(e => e.Id).ToListAsync(ct);
            foreach (var enrolment in seated)
            {
                if (attendance.MissedBy(enrolment, attendance.Slots).FirstOrDefault(missed => missed.Kind == AbsenceKind.Pending) is not { Date.Year: > 1 } missed)
                    continue;

                await scope.GetRequiredService<SendJustification>()
                    .HandleAsync(new(enrolment, missed.Date, missed.Hours, JustificationCategory.ForceMajeure, null, Reader.WholeSchool), ct);
                return;
            }
        }
    }
}
