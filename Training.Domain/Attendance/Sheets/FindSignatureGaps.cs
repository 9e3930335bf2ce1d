using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Funding;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Sheets;

/// <summary>In what the sheet and the register differ.</summary>
public enum SignatureGap
{
    /// <summary>Nobody has looked at the sheet yet.</summary>
    NotChecked,
    PresentButUnsigned,
    SignedButAbsent,
    TrainerUnsigned,
}

/// <summary>
/// Where a sheet and a closed register do not say the same, in the periods of grants that ask for signatures: nothing of it is claimed
/// before it is resolved.
/// </summary>
public sealed class FindSignatureGaps(TrainingDbContext db)
{
    /// <param name="Person">Nothing where the whole half-day or the trainer is meant.</param>
    public sealed record Line(HalfDayRegisterId Register, SessionId SessionId, string Session, DateOnly Date, DayPart Part, SignatureGap Gap, string? Person, EnrolmentId? Enrolment);

    /// <param name="Session">Only this one.</param>
    public sealed record Request(SessionId? Session = null);

    public async Task<IReadOnlyList<Line>> HandleAsync(Request request, CancellationToken ct)
    {
        var registers = await (
            from register in db.Registers.AsNoTracking()
            join session in db.Sessions on register.SessionId equals session.Id
            where register.Status != RegisterStatus.Open && (request.Session == null || session.Id == request.Session)
            where db.Grants.Any(grant => grant.Signature != SignatureKind.NotAsked && grant.From <= register.Date && register.Date <= grant.To)
            where db.Enrolments.Any(e => e.SessionId == session.Id && e.HoldsSeat)
            orderby register.Date, register.Part, session.Code
            select new
            {
                register,
                session.Code,
                AsksForMore = db.Grants.Any(grant => Signatures.MoreThanScreen.Contains(grant.Signature) && grant.From <= register.Date && register.Date <= grant.To),
            }).ToListAsync(ct);
        var ids = registers.Select(one => one.register.Id).ToList();
        var found = (await db.HoldingSignatures().Where(check => ids.Contains(check.RegisterId)).ToListAsync(ct)).ToLookup(check => check.RegisterId);
        var attended = (await AttendedAsync([.. registers.Select(one => one.register.SessionId).Distinct()], ct)).ToLookup(one => (one.SessionId, one.Date, one.Part));

        var lines = new List<Line>();
        foreach (var one in registers)
        {
            var register = one.register;
            var checks = found[register.Id].ToDictionary(check => check.EnrolmentId.GetValueOrDefault(), check => check.Finding);
            var half = new Line(register.Id, register.SessionId, one.Code, register.Date, register.Part, SignatureGap.NotChecked, Person: null, Enrolment: null);
            if (checks.Count == 0)
            {
                lines.Add(half);
                continue;
            }

            if (checks.GetValueOrDefault(default) == SignatureFinding.Missing)
                lines.Add(half with { Gap = SignatureGap.TrainerUnsigned });
            foreach (var person in attended[(register.SessionId, register.Date, register.Part)])
            {
                var finding = checks.GetValueOrDefault(person.Enrolment);
                if (person.Minutes > 0 && (finding == SignatureFinding.Missing || (finding == SignatureFinding.OnScreen && one.AsksForMore)))
                    lines.Add(half with { Gap = SignatureGap.PresentButUnsigned, Person = person.Name, Enrolment = person.Enrolment });
                else if (person.Minutes == 0 && finding != SignatureFinding.Missing)
                    lines.Add(half with { Gap = SignatureGap.SignedButAbsent, Person = person.Name, Enrolment = person.Enrolment });
            }
        }

        return lines;
    }

    private sealed record Attended(SessionId SessionId, DateOnly Date, DayPart Part, EnrolmentId Enrolment, string Name, int Minutes);

    private async Task<IReadOnlyList<Attended>> AttendedAsync(List<SessionId> sessions, CancellationToken ct)
    {
        var marks = await (
            from mark in db.AttendanceMarks.AsNoTracking()
            join slot in db.TeachingSlots on mark.SlotId equals slot.Id
            join enrolment in db.Enrolments on mark.EnrolmentId equals enrolment.Id
            join person in db.People on enrolment.PersonId equals person.Id
            where mark.SupersededAt == null && sessions.Contains(slot.SessionId) && enrolment.HoldsSeat
            orderby person.LastName, person.FirstName
            select new { slot.SessionId, slot.Date, slot.Start, enrolment.Id, Name = person.FirstName + " " + person.LastName, mark.AttendedMinutes }).ToListAsync(ct);
        return
        [
            .. marks.GroupBy(mark => (mark.SessionId, mark.Date, Part: DayParts.Of(mark.Start), mark.Id, mark.Name))
                .Select(group => new Attended(group.Key.SessionId, group.Key.Date, group.Key.Part, group.Key.Id, group.Key.Name, group.Sum(mark => mark.AttendedMinutes))),
        ];
    }
}
