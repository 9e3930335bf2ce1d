using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Enrolments;

/// <summary>What becomes of everybody who has, or waits for, a seat in a session that the school calls off.</summary>
public sealed class CancelledSessionSeats(TrainingDbContext db, OfficeClock clock)
{
    /// <summary>Adds what follows to the context; <see cref="CancelSession"/> saves it with the cancellation itself.</summary>
    public async Task LetGoAsync(Session session, Session.Step step, CancellationToken ct)
    {
        var title = await db.CourseVersions.Where(v => v.Id == session.CourseVersionId).Select(v => v.Title).SingleAsync(ct);
        var concerned = await db.Enrolments.Where(e => e.SessionId == session.Id && (e.HoldsSeat || e.Status == EnrolmentStatus.EmployerPending || e.Status == EnrolmentStatus.Waitlisted))
            .Select(e => e.PersonId).ToListAsync(ct);
        var facts = new EnrolmentFacts(session.Code, title.Fr, title.Nl, session.FirstDay, session.LastDay, step.Reason);
        foreach (var person in concerned)
            db.Add(facts.To(person, MessageKind.SessionCancelled, clock.Now));
    }
}
