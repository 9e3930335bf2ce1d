using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Domain.Enrolments;

internal static class EnrolmentMessages
{
    /// <summary>What every message about an enrolment in this session refers to.</summary>
    public static async Task<EnrolmentFacts> FactsOfAsync(this TrainingDbContext db, Session session, CancellationToken ct) =>
        EnrolmentFacts.Of(session, await db.CourseVersions.Where(v => v.Id == session.CourseVersionId).Select(v => v.Title).SingleAsync(ct));
}
