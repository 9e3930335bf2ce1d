using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses.Search;
using Training.Domain.Imports;
using Training.Domain.Persistence;

namespace Training.Domain.Courses;

/// <summary>The subjects of one course, with their lesson hours and, where they are examined, the marks that can be earned.</summary>
public sealed class ImportSubjects(TrainingDbContext db, CatalogueIndex index)
{
    private const int MostMarks = 1000;

    public sealed record Request(Stream File, string CourseCode, ImportMode Mode);

    public async Task<Outcome<ImportReport>> HandleAsync(Request request, CancellationToken ct)
    {
        var course = await db.Courses.Include(c => c.Versions).ThenInclude(v => v.Subjects).SingleOrDefaultAsync(c => c.Code == request.CourseCode, ct);
        if (course?.Versions.MaxBy(v => v.Number) is not { } version)
            return new UnknownCode(request.CourseCode);

        var outcome = await ImportTable.RunAsync(db, request.File, request.Mode, [new("subject"), new("title_fr"), new("title_nl"), new("lesson_hours"), new("exam_marks") { IsOptional = true }], (row, report) =>
        {
            var code = row.Text("subject", CourseSubject.CodeMaxLength);
            var title = new LocalizedText(row.Text("title_fr", CourseVersion.TitleMaxLength), row.Text("title_nl", CourseVersion.TitleMaxLength));
            var minutes = (int)Math.Round(row.Number("lesson_hours") * 60, MidpointRounding.AwayFromZero);
            var marks = row.OptionalWhole("exam_marks", 1, MostMarks);
            if (!row.IsGood)
                return;

            var before = version.Subjects.FirstOrDefault(s => s.Code == code);
            var same = before is not null && before.Title == title && before.LessonMinutes == minutes && (marks is null || before.ExamMarks == marks);
            version.SetSubject(code, title, minutes, marks);
            if (before is null)
                report.CountAdded();
            else
                report.CountChanged(!same);
        }, ct);
        if (!outcome.IsRefused && !request.Mode.DryRun)
            await index.RefreshAsync(ct, course.Id);
        return outcome;
    }
}
