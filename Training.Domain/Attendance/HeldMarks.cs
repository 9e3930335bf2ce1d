using Training.Domain.Persistence;

namespace Training.Domain.Attendance;

public static class HeldMarks
{
    /// <summary>Of each person and slot the mark that held at an instant, whatever was put right later.</summary>
    public static IQueryable<AttendanceMark> MarksHeldAt(this TrainingDbContext db, DateTimeOffset moment) =>
        db.AttendanceMarks.Where(mark => mark.RecordedAt <= moment && (mark.SupersededAt == null || mark.SupersededAt > moment));
}
