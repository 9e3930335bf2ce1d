using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance.Exams;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Web.Samples;

/// <summary>The exam of the community guards who are being trained in the sample school: the first subjects are marked, one person failed in one.</summary>
internal sealed class ExamHistory(IServiceProvider services, HistoricActor actor)
{
    private const int SubjectsMarked = 4;
    private const int Failed = 7;

    public async Task WriteAsync(DateOnly asOf, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        actor.Become("Secrétariat");
        var begun = await db.Sessions.AsNoTracking().Where(s => s.FirstDay < asOf && s.Status != SessionStatus.Cancelled).OrderBy(s => s.Code).Select(s => s.Id).ToListAsync(ct);
        foreach (var session in begun)
        {
            var exam = await SessionExam.LoadAsync(db, session, ct);
            if (exam.Subjects.Count == 0)
                continue;

            var seated = await db.Enrolments.AsNoTracking().Where(e => e.SessionId == session && e.HoldsSeat).OrderBy(e => e.RequestedAt).ThenBy(e => e.Id).Select(e => e.Id).ToListAsync(ct);
            var lines = seated.SelectMany((enrolment, person) => exam.Subjects.Take(SubjectsMarked).Select((subject, place) => new EnterExamMarks.Line(
                enrolment, subject.Code,
                (person, place) switch
                {
                    (0, 1) => new ExamEntry(Failed, IsExempt: false),
                    (1, 3) => new ExamEntry(null, IsExempt: true),
                    _ => new ExamEntry(11 + ((person * 3) + place) % 9, IsExempt: false),
                })));
            await scope.ServiceProvider.GetRequiredService<EnterExamMarks>().HandleAsync(new(session, [.. lines], Reader.WholeSchool), ct);
        }
    }
}
