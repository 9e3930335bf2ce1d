using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Domain.Certificates;

/// <summary>What the certificates of one session are written from: its course, its place, and what everybody attended.</summary>
internal sealed record CertifiedSession(Session Session, LocalizedText Title, string Venue, SessionAttendance Attendance)
{
    public static async Task<CertifiedSession> LoadAsync(TrainingDbContext db, SessionId id, CancellationToken ct)
    {
        var session = await db.Sessions.AsNoTracking().Where(s => s.Id == id && s.FirstDay != null).OneAsync(ct);
        return new CertifiedSession(
            session,
            await db.CourseVersions.Where(v => v.Id == session.CourseVersionId).Select(v => v.Title).SingleAsync(ct),
            await db.Rooms.Where(r => r.Id == session.RoomId).Select(r => r.Name).SingleAsync(ct),
            await SessionAttendance.LoadAsync(db, id, ct));
    }

    /// <param name="quarter">Where only one quarter counts.</param>
    public CertificateContent ContentFor(EnrolmentId enrolment, Person person, Quarter? quarter)
    {
        var slots = Attendance.Slots.Where(slot => quarter is null || quarter.Value.Includes(slot.Date)).ToList();
        var minutes = Attendance.MinutesOf(enrolment, slots);
        return new CertificateContent(
            person.FullName, person.LastName, InitialsOf(person), Title.Fr, Title.Nl, Session.Code,
            quarter?.First ?? Session.FirstDay!.Value, quarter?.Last ?? Session.LastDay!.Value, Venue,
            minutes.Attended, slots.Sum(slot => slot.Minutes), minutes.Justified, minutes.Unjustified);
    }

    private static string InitialsOf(Person person) => string.Concat(
        $"{person.FirstName} {person.LastName}".Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(part => $"{char.ToUpperInvariant(part[0])}."));
}
