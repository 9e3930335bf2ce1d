using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Funding;

/// <summary>The minutes that may be paid: attended, in sealed half-days.</summary>
internal static class SealedAttendance
{
    public static async Task<IReadOnlyList<AttendedSlot>> BetweenAsync(TrainingDbContext db, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var rows = await (
            from mark in db.AttendanceMarks.AsNoTracking()
            join slot in db.TeachingSlots on mark.SlotId equals slot.Id
            join enrolment in db.Enrolments on mark.EnrolmentId equals enrolment.Id
            join employment in db.Employments on enrolment.EmploymentId equals employment.Id
            join session in db.Sessions on slot.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            where mark.SupersededAt == null && mark.AttendedMinutes > 0 && slot.Date >= first && slot.Date <= last
            where db.Registers.Any(register => register.SessionId == slot.SessionId && register.Date == slot.Date && register.Status == RegisterStatus.Sealed
                && register.Part == (slot.Start < DayParts.AfternoonFrom ? DayPart.Morning : DayPart.Afternoon))
            select new { mark.EnrolmentId, mark.SlotId, slot.SessionId, slot.Date, mark.AttendedMinutes, version.FunderCode, VersionId = version.Id, employment.FundingStatus })
            .ToListAsync(ct);
        var themes = (await db.Set<Courses.CourseVersionTheme>().AsNoTracking().ToListAsync(ct)).ToLookup(theme => theme.CourseVersionId, theme => theme.ThemeCode);
        return [.. rows.Select(row => new AttendedSlot(
            row.EnrolmentId, row.SlotId, row.SessionId, row.Date, row.AttendedMinutes, row.FunderCode, [.. themes[row.VersionId]], row.FundingStatus))];
    }
}
