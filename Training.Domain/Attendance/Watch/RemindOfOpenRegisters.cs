using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Domain.Attendance.Watch;

/// <summary>
/// Writes to the trainers of each register that is open for too long, and to the secretariat when three working days more have passed. Each is
/// told once.
/// </summary>
public sealed class RemindOfOpenRegisters(TrainingDbContext db, OfficeClock clock, ChaseRegisters chase, RecordByRecord each)
{
    private const int WorkingDaysToEscalate = 3;

    /// <returns>How many mails were written.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var late = await chase.HandleAsync(ct);
        var secretariat = await db.AddresseesAsync(Role.Planner, clock.Today, ct);
        return await each.SumAsync(late, line => $"register {line.Register.Value}", async line =>
        {
            var trainers = await db.SessionTrainers.Where(t => t.SessionId == line.SessionId).Select(t => t.PersonId).ToListAsync(ct);
            var facts = new EnrolmentFacts(line.Session, line.Course.Fr, line.Course.Nl, line.Date, line.Date);
            var key = $"register {line.Register.Value:N}";
            var planners = line.WorkingDaysLate < WorkingDaysToEscalate ? [] : secretariat.Where(one => one.Person is not { } person || !trainers.Contains(person));
            return await db.TellOnceAsync(trainers, facts, MessageKind.RegisterStillOpen, key, clock.Now, ct)
                + await db.TellOnceAsync(planners, facts, MessageKind.RegisterStillOpen, key, clock.Now, ct);
        });
    }
}
