using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses.Search;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Courses;

/// <summary>
/// Writes a course: a new one, or a version that is being prepared. The published version, and what sessions were sold with, stays as it is
/// until the new one is published.
/// </summary>
public sealed class ReviseCourse(TrainingDbContext db, CatalogueIndex index, OfficeClock clock, ICurrentActor current)
{
    public sealed record Subject(string Code, LocalizedText Title, int LessonMinutes, int? ExamMarks);

    /// <param name="Course">Nothing for a new one.</param>
    /// <param name="ConfirmTranslation">The writer has read both languages and says that they say the same.</param>
    /// <param name="Publish">Show it to the public at once.</param>
    public sealed record Request(
        CourseId? Course, string Code, CourseKind Kind, CourseTerms Terms, IReadOnlyList<Subject> Subjects, bool ConfirmTranslation, bool Publish);

    public async Task<Outcome<string>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (request.Course is null && await db.Courses.AnyAsync(c => c.Code == request.Code, ct))
            return new CodeTaken(request.Code);

        var course = request.Course is { } id ? await FindAsync(id, ct) : new Course(request.Code, request.Kind);
        if (request.Course is null)
            db.Add(course);

        var version = course.Latest?.Says(request.Terms) == true && SaySubjects(course.Latest, request.Subjects) ? course.Latest : Revised(course, request);
        if (db.Entry(version).State == EntityState.Detached)
            db.Add(version);
        if (request.ConfirmTranslation)
            version.ConfirmTranslation(current.Actor.Name, clock.Now);

        // What was written is kept even where it may not be published yet.
        var published = request.Publish ? course.Publish(version) : new Done();
        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();
        if (request.Publish && !published.IsRefused)
            await index.RefreshAsync(ct, course.Id);

        await transaction.CommitAsync(ct);
        return published.IsRefused ? published.Refusal : course.Code;
    }

    private Task<Course> FindAsync(CourseId id, CancellationToken ct) => db.Courses
        .Include(c => c.Versions).ThenInclude(v => v.Themes)
        .Include(c => c.Versions).ThenInclude(v => v.Subjects)
        .Include(c => c.Versions).ThenInclude(v => v.TargetGroups)
        .AsSplitQuery().Where(c => c.Id == id).OneAsync(ct);

    private static CourseVersion Revised(Course course, Request request)
    {
        var version = course.Revise(request.Terms);
        version.KeepSubjects([.. request.Subjects.Select(subject => subject.Code)]);
        foreach (var subject in request.Subjects)
            version.SetSubject(subject.Code, subject.Title, subject.LessonMinutes, subject.ExamMarks);
        return version;
    }

    private static bool SaySubjects(CourseVersion version, IReadOnlyList<Subject> subjects) =>
        version.Subjects.Select(s => new Subject(s.Code, s.Title, s.LessonMinutes, s.ExamMarks)).OrderBy(s => s.Code, StringComparer.Ordinal)
            .SequenceEqual(subjects.OrderBy(s => s.Code, StringComparer.Ordinal));
}
