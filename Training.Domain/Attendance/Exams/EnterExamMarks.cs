using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Exams;

/// <summary>The trainer or the secretariat says what people earned. Only what is new is added; an entry left empty withdraws an earlier one.</summary>
public sealed class EnterExamMarks(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Request(SessionId Session, IReadOnlyList<Line> Lines, Reader Reader);

    public sealed record Line(EnrolmentId Enrolment, string Subject, ExamEntry Entry);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var session = await db.Sessions.AsNoTracking().TaughtBy(request.Reader).Where(s => s.Id == request.Session && s.FirstDay != null).OneAsync(ct);
        if (session.FirstDay > clock.Today)
            return new ExamNotBegun(session.FirstDay.Value);

        await RegisterSlots.LockAllAsync(db, session.Id, ct);
        var exam = await SessionExam.LoadAsync(db, session.Id, ct);
        var subjects = exam.Subjects.ToDictionary(subject => subject.Code);
        var seated = (await db.Enrolments.Where(e => e.SessionId == session.Id && e.HoldsSeat).Select(e => e.Id).ToListAsync(ct)).ToHashSet();
        foreach (var line in request.Lines)
        {
            if (!seated.Contains(line.Enrolment) || !subjects.TryGetValue(line.Subject, out var subject))
                throw new NotFoundException(nameof(Enrolment));
            if (line.Entry.Marks is { } marks && (marks < 0 || marks > subject.ExamMarks))
                return new MarksOutOfRange(subject.Title, subject.ExamMarks!.Value);

            var before = exam.HoldingOf(line.Enrolment, line.Subject);
            var entry = line.Entry.IsExempt ? new ExamEntry(null, IsExempt: true) : line.Entry;
            if ((before?.Entry ?? default) != entry)
                db.Add(new ExamMark(line.Enrolment, line.Subject, (before?.Sequence ?? 0) + 1, entry, current.Actor.Name, clock.Now));
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Done();
    }
}
