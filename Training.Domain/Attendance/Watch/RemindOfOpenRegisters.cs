using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.Messages;
using Training.Domain.People;
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
        var secretariat = (await db.HoldersAsync(Role.Planner, clock.Today, ct)).SelectMany(planners => planners).Distinct().ToList();
        return await each.SumAsync(late, line => $"register {line.Register.Value}", async line =>
        {
            var trainers = await db.SessionTrainers.Where(t => t.SessionId == line.SessionId).Select(t => t.PersonId).ToListAsync(ct);
            var recipients = trainers.Concat(line.WorkingDaysLate >= WorkingDaysToEscalate ? secretariat : []).Distinct().ToList();
            var keys = recipients.ConvertAll(person => KeyOf(line.Register, person));
            var told = (await db.OutboxMessages.Where(m => keys.Contains(m.Key!)).Select(m => m.Key!).ToListAsync(ct)).ToHashSet();
            var facts = new EnrolmentFacts(line.Session, line.Course.Fr, line.Course.Nl, line.Date, line.Date);
            var news = recipients.FindAll(person => !told.Contains(KeyOf(line.Register, person)));
            db.AddRange(news.Select(person => facts.To(person, MessageKind.RegisterStillOpen, clock.Now, KeyOf(line.Register, person))));
            await db.SaveChangesAsync(ct);
            return news.Count;
        });
    }

    private static string KeyOf(HalfDayRegisterId register, PersonId person) => $"register {register.Value:N} {person.Value:N}";
}
