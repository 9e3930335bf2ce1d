using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Justifications;

/// <summary>A participant, or their employer, says why a stretch was missed, inside the window that the conditions give.</summary>
public sealed class SendJustification(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <param name="Hours">The stretch concerned, or nothing for all of the day that nobody has decided on.</param>
    public sealed record Request(
        EnrolmentId Enrolment, DateOnly Date, TimeInterval? Hours, JustificationCategory Category, JustificationFile? Document, Reader Reader);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Document is { } file && DocumentFiles.ContentTypeOf(file.Content) is null)
            return new DocumentUnreadable(DocumentFiles.MaxMegabytes);

        var enrolment = await db.Enrolments.AsNoTracking().OfParticipantOrEmployer(request.Reader).Where(e => e.Id == request.Enrolment && e.HoldsSeat).OneAsync(ct);
        var session = await db.Sessions.AsNoTracking().Where(s => s.Id == enrolment.SessionId).OneAsync(ct);
        var lastDay = JustificationWindow.LastDayOf(session.LastDay!.Value, await db.ParameterBookAsync(ct), await db.WorkingDaysAsync(ct));
        if (clock.Today > lastDay)
            return new JustificationTooLate(lastDay);

        var attendance = await SessionAttendance.LoadAsync(db, session.Id, ct);
        var missed = attendance.MissedBy(enrolment.Id, attendance.Slots.Where(slot => slot.Date == request.Date))
            .Where(piece => piece.Kind == AbsenceKind.Pending && (request.Hours is not { } asked || piece.Hours.Intersect(asked) is not null)).ToList();
        if (missed.Count == 0)
            return new NothingMissedThen(request.Hours?.Start ?? TimeOnly.MinValue, request.Hours?.End ?? TimeOnly.MaxValue);

        var hours = request.Hours ?? new TimeInterval(missed[0].Hours.Start, missed[^1].Hours.End);
        var awaited = await db.JustificationRequests.AsNoTracking()
            .Where(j => j.EnrolmentId == enrolment.Id && j.Date == request.Date && j.Decision == JustificationDecision.Awaited).ToListAsync(ct);
        if (awaited.Exists(j => j.Hours.Intersect(hours) is not null))
            return new JustificationAwaited();

        var sent = new JustificationRequest(enrolment.Id, request.Date, hours, request.Category, current.Actor.Name, clock.Now);
        db.Add(sent);
        if (request.Document is { } document)
            db.Add(sent.Attach(document with { Name = DocumentFiles.NameOf(document.Name), ContentType = DocumentFiles.ContentTypeOf(document.Content)! }));
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
