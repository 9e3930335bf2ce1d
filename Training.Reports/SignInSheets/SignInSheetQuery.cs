using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Reports.SignInSheets;

/// <summary>Finds the sheets of the half-days that the reader teaches: of one half-day, or of some days in a row.</summary>
public sealed class SignInSheetQuery(TrainingDbContext db)
{
    /// <param name="Session">Only of this session.</param>
    public sealed record Request(Reader Reader, DateOnly From, DateOnly To, string? Session = null);

    /// <summary>The sheet of one half-day; it is printed for an empty room too.</summary>
    public async Task<SignInSheet> OfAsync(HalfDayRegisterId register, Reader reader, CancellationToken ct)
    {
        var one = await db.Registers.AsNoTracking().Where(r => r.Id == register && db.Sessions.TaughtBy(reader).Any(s => s.Id == r.SessionId)).OneAsync(ct);
        return (await SheetsAsync([one], ct))[0];
    }

    /// <summary>In the order in which they are handed out. Cancelled sessions and those without anybody are left out.</summary>
    public async Task<IReadOnlyList<SignInSheet>> HandleAsync(Request request, CancellationToken ct) => await SheetsAsync(
        await (
            from register in db.Registers.AsNoTracking()
            join session in db.Sessions.TaughtBy(request.Reader) on register.SessionId equals session.Id
            where register.Date >= request.From && register.Date <= request.To && session.Status != SessionStatus.Cancelled
            where request.Session == null || session.Code == request.Session
            where db.Enrolments.Any(e => e.SessionId == session.Id && e.HoldsSeat)
            orderby register.Date, register.Part, session.Code
            select register).ToListAsync(ct), ct);

    private async Task<IReadOnlyList<SignInSheet>> SheetsAsync(List<HalfDayRegister> registers, CancellationToken ct)
    {
        var ids = registers.Select(register => register.SessionId).Distinct().ToList();
        var sessions = await (
            from session in db.Sessions.AsNoTracking()
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            join room in db.Rooms on session.RoomId equals room.Id
            where ids.Contains(session.Id)
            select new
            {
                session.Id,
                session.Code,
                session.Language,
                version.Title,
                Room = room.Name,
                Trainers = db.SessionTrainers.Where(t => t.SessionId == session.Id).Join(db.People, t => t.PersonId, p => p.Id, (t, p) => p)
                    .OrderBy(p => p.LastName).ThenBy(p => p.FirstName).Select(p => p.FirstName + " " + p.LastName).ToList(),
            }).ToDictionaryAsync(session => session.Id, ct);
        var slots = (await db.TeachingSlots.AsNoTracking().Where(slot => ids.Contains(slot.SessionId)).OrderBy(slot => slot.Start).ToListAsync(ct))
            .ToLookup(slot => (slot.SessionId, slot.Date, slot.Part), slot => slot.Hours);
        var people = (await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People on enrolment.PersonId equals person.Id
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            where ids.Contains(enrolment.SessionId) && enrolment.HoldsSeat
            orderby person.LastName, person.FirstName, enrolment.Id
            select new { enrolment.SessionId, person.LastName, person.FirstName, organisation.Code }).ToListAsync(ct))
            .ToLookup(one => one.SessionId, one => new SignInSheet.Person($"{one.LastName} {one.FirstName}", one.Code));

        return
        [
            .. registers.Select(register =>
            {
                var session = sessions[register.SessionId];
                return new SignInSheet(
                    register.SheetCode, session.Code, session.Title, session.Language, register.Date, register.Part,
                    [.. slots[(register.SessionId, register.Date, register.Part)]], session.Room, session.Trainers, [.. people[register.SessionId]]);
            }),
        ];
    }
}
