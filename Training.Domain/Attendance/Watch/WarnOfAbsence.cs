using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Domain.Attendance.Watch;

/// <summary>
/// Warns of who is one absence away from missing too much, or beyond it: the participant, the training officers of the employer and the trainers of
/// the session, once for each state. Doing it again warns nobody twice.
/// </summary>
public sealed class WarnOfAbsence(TrainingDbContext db, OfficeClock clock, FindOutlooks outlooks, RecordByRecord each)
{
    /// <returns>How many enrolments were warned about.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var risky = (await outlooks.HandleAsync(new(Reader.WholeSchool), ct)).Where(line => line.Outlook.State != OutlookState.Safe).ToList();
        var ids = risky.ConvertAll(line => line.Enrolment);
        var warned = (await db.AttendanceWarnings.AsNoTracking().Where(w => ids.Contains(w.EnrolmentId)).ToListAsync(ct))
            .Select(w => (w.EnrolmentId, w.State)).ToHashSet();
        var sessions = risky.Select(line => line.SessionId).Distinct().ToList();
        var trainers = (await db.SessionTrainers.AsNoTracking().Where(t => sessions.Contains(t.SessionId)).ToListAsync(ct)).ToLookup(t => t.SessionId, t => t.PersonId);

        var officers = await db.OfficersAsync(clock.Today, ct);

        var news = risky.FindAll(line => !warned.Contains((line.Enrolment, line.Outlook.State)));
        return await each.SumAsync(news, line => $"enrolment {line.Enrolment.Value}", async line =>
        {
            var facts = new EnrolmentFacts(line.Session, line.Course.Fr, line.Course.Nl, line.FirstDay, line.LastDay, Reason: line.Person);
            db.Add(new AttendanceWarning(line.Enrolment, line.Outlook.State, line.Outlook.Room.Unjustified, clock.Now));
            db.Add(facts.To(line.PersonId, MessageKind.AttendanceAtRisk, clock.Now));
            foreach (var other in trainers[line.SessionId].Concat(officers[line.OrganisationId]).Distinct())
                db.Add(facts.To(other, MessageKind.AttendanceAtRiskOfParticipant, clock.Now));
            await db.SaveChangesAsync(ct);
            return 1;
        });
    }
}
