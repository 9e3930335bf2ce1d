using Microsoft.EntityFrameworkCore;
using Training.Domain.Funding;
using Training.Domain.Persistence;

namespace Training.Web.Features.Funding;

/// <summary>A line of a grant as people read it: whose minutes, when they were taught, and why they are paid or no longer.</summary>
/// <param name="Claim">The number of the claim in which it stands.</param>
public sealed record LineShown(
    string Session, DateOnly Date, TimeOnly Start, TimeOnly End, string Person, AllocationKind Kind, int Minutes, string? Reason, string RecordedBy, DateTimeOffset RecordedAt, int? Claim)
{
    public static IQueryable<LineShown> Of(TrainingDbContext db, IQueryable<AllocationLine> lines) =>
        from line in lines.AsNoTracking()
        join slot in db.TeachingSlots on line.SlotId equals slot.Id
        join session in db.Sessions on slot.SessionId equals session.Id
        join enrolment in db.Enrolments on line.EnrolmentId equals enrolment.Id
        join person in db.People on enrolment.PersonId equals person.Id
        orderby slot.Date, session.Code, slot.Start, person.LastName, person.FirstName, line.RecordedAt, line.Id
        select new LineShown(
            session.Code, slot.Date, slot.Start, slot.End, person.FirstName + " " + person.LastName, line.Kind, line.Minutes, line.Reason, line.RecordedBy, line.RecordedAt,
            (from claimed in db.GrantClaimLines
             join claim in db.GrantClaims on claimed.ClaimId equals claim.Id
             where claimed.AllocationLineId == line.Id
             select (int?)claim.Number).FirstOrDefault());
}
