using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Web.Features.Inbox;

/// <summary>One page for a new employer, a person and an enrolment.</summary>
public sealed record NewEmployerPage(
    NewEmployerForm Form, IReadOnlyList<NewEmployerPage.Choice> Sectors, IReadOnlyList<NewEmployerPage.Choice> Functions, IReadOnlyList<NewEmployerPage.Choice> Sessions)
{
    public Refusal? Refusal { get; init; }

    public sealed record Choice(string Code, LocalizedText Label);

    public static async Task<NewEmployerPage> FindAsync(TrainingDbContext db, NewEmployerForm form, DateOnly today, CancellationToken ct) => new(
        form,
        await db.Sectors.AsNoTracking().OrderBy(s => s.Code).Select(s => new Choice(s.Code, s.Label)).ToListAsync(ct),
        await db.StaffFunctions.AsNoTracking().OrderBy(f => f.Code).Select(f => new Choice(f.Code, f.Label)).ToListAsync(ct),
        await (
            from session in db.Sessions.AsNoTracking()
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            where session.FirstDay > today && (session.Status == SessionStatus.Open || session.Status == SessionStatus.Confirmed)
            orderby session.FirstDay, session.Code
            select new Choice(session.Code, version.Title)).ToListAsync(ct));
}
