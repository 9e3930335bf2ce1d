using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Seals;

public enum SealFault
{
    /// <summary>The facts of a link no longer give its digest, or it does not follow the one before.</summary>
    ChainBroken,

    /// <summary>A register that is sealed has no seal, or bears another than its link.</summary>
    SealAltered,

    /// <summary>A mark says otherwise than the seal.</summary>
    MarkAltered,

    /// <summary>A mark that a seal holds is gone, or no longer the one that counts.</summary>
    MarkMissing,

    /// <summary>A mark counts in a sealed half-day that no seal holds.</summary>
    MarkAdded,

    /// <summary>A decision on an absence says otherwise than the seal, or is gone.</summary>
    RulingAltered,
}

/// <summary>Something that a sealed register no longer says as it was sealed.</summary>
/// <param name="What">The fact concerned: what was sealed and what the database says.</param>
public sealed record SealDifference(string Session, DateOnly Date, DayPart Part, SealFault Fault, string What);

/// <summary>
/// Works out every seal again, of one session or of all, and holds each fact in it against the row that it came from. It changes nothing and
/// names whatever differs.
/// </summary>
public sealed class VerifyRegisters(TrainingDbContext db)
{
    /// <param name="Session">Nothing for every session.</param>
    public sealed record Request(SessionId? Session);

    public sealed record Verdict(int Registers, int Links, IReadOnlyList<SealDifference> Differences);

    public async Task<Verdict> HandleAsync(Request request, CancellationToken ct)
    {
        var sessions = await db.Sessions.AsNoTracking()
            .Where(s => request.Session == null || s.Id == request.Session)
            .Where(s => db.Registers.Any(r => r.SessionId == s.Id && r.Status == RegisterStatus.Sealed) || db.RegisterSeals.Any(r => r.SessionId == s.Id))
            .OrderBy(s => s.Code).Select(s => new { s.Id, s.Code }).ToListAsync(ct);

        var (registers, links, differences) = (0, 0, new List<SealDifference>());
        foreach (var session in sessions)
        {
            var facts = await LoadAsync(session.Id, session.Code, ct);
            registers += facts.Registers.Values.Count(r => r.Status == RegisterStatus.Sealed);
            links += facts.Links.Count;
            differences.AddRange(Chain(facts).Concat(Registers(facts)).Concat(Marks(facts)).Concat(Rulings(facts)));
        }

        return new Verdict(registers, links, differences);
    }

    private sealed record SessionFacts(
        string Code, IReadOnlyList<RegisterSeal> Links, IReadOnlyDictionary<HalfDayRegisterId, HalfDayRegister> Registers,
        IReadOnlyList<TeachingSlot> Slots, IReadOnlyDictionary<AttendanceMarkId, AttendanceMark> Marks,
        IReadOnlyDictionary<AbsenceRulingId, AbsenceRuling> Rulings, IReadOnlyDictionary<EnrolmentId, string> Names)
    {
        public SealDifference Difference(HalfDayRegister register, SealFault fault, string what) => new(Code, register.Date, register.Part, fault, what);

        public string Text(SealedMark mark, string now) => $"{NameOf(mark.Enrolment)}: {VerifyRegisters.Text(mark.AttendedMinutes, mark.Gaps)} ≠ {now}";

        public HalfDayRegister? RegisterOf(TeachingSlotId id) => Slots.SingleOrDefault(slot => slot.Id == id) is { } slot
            ? Registers.Values.SingleOrDefault(register => register.Date == slot.Date && register.Part == slot.Part)
            : null;

        public string NameOf(EnrolmentId enrolment) => Names.GetValueOrDefault(enrolment, enrolment.Value.ToString());
    }

    private async Task<SessionFacts> LoadAsync(SessionId session, string code, CancellationToken ct)
    {
        var names = await (
            from enrolment in db.Enrolments
            join person in db.People on enrolment.PersonId equals person.Id
            where enrolment.SessionId == session
            select new { enrolment.Id, Name = person.FirstName + " " + person.LastName }).ToDictionaryAsync(one => one.Id, one => one.Name, ct);
        return new SessionFacts(
            code,
            await db.RegisterSeals.AsNoTracking().Where(seal => seal.SessionId == session).OrderBy(seal => seal.Sequence).ToListAsync(ct),
            await db.Registers.AsNoTracking().Where(r => r.SessionId == session).ToDictionaryAsync(r => r.Id, ct),
            await db.TeachingSlots.AsNoTracking().Where(s => s.SessionId == session).ToListAsync(ct),
            await db.AttendanceMarks.AsNoTracking().Where(m => db.TeachingSlots.Any(s => s.Id == m.SlotId && s.SessionId == session)).ToDictionaryAsync(m => m.Id, ct),
            await db.AbsenceRulings.AsNoTracking().Where(r => db.Enrolments.Any(e => e.Id == r.EnrolmentId && e.SessionId == session)).ToDictionaryAsync(r => r.Id, ct),
            names);
    }

    private static IEnumerable<SealDifference> Chain(SessionFacts facts)
    {
        RegisterSeal? before = null;
        foreach (var link in facts.Links)
        {
            if (link.ComputeSeal() != link.Seal || link.PreviousSeal != before?.Seal || link.Sequence != (before?.Sequence ?? 0) + 1)
                yield return facts.Difference(facts.Registers[link.RegisterId], SealFault.ChainBroken, $"#{link.Sequence} {ShortCode.Of(link.Seal)}");
            before = link;
        }
    }

    private static IEnumerable<SealDifference> Registers(SessionFacts facts)
    {
        var links = facts.Links.Where(link => link.Cause == SealCause.Sealed).ToLookup(link => link.RegisterId);
        foreach (var register in facts.Registers.Values.OrderBy(r => r.Date).ThenBy(r => r.Part))
        {
            var link = links[register.Id].LastOrDefault();
            var isSealed = register.Status == RegisterStatus.Sealed;
            if (isSealed != link is not null || (link is not null && (register.Seal != link.Seal || SealedFacts.Head(register) != link.Lines[0])))
                yield return facts.Difference(register, SealFault.SealAltered, $"{link?.Seal ?? "–"} ≠ {register.Seal ?? "–"} ({register.Status})");
        }
    }

    private static IEnumerable<SealDifference> Marks(SessionFacts facts)
    {
        // The last link that speaks of a person and slot says what counts today.
        var expected = new Dictionary<(EnrolmentId, TeachingSlotId), SealedMark>();
        foreach (var link in facts.Links)
        {
            foreach (var mark in SealedFacts.MarksIn(link.Lines))
            {
                expected[(mark.Enrolment, mark.Slot)] = mark;
                if (facts.Marks.GetValueOrDefault(mark.Id) is not { } row)
                    yield return facts.Difference(facts.Registers[link.RegisterId], SealFault.MarkMissing, facts.Text(mark, "–"));
                else if (SealedFacts.MarksIn([SealedFacts.Of(row)]).Single() != mark)
                    yield return facts.Difference(facts.Registers[link.RegisterId], SealFault.MarkAltered, facts.Text(mark, Text(row.AttendedMinutes, string.Join(';', row.Gaps))));
            }
        }

        foreach (var (_, mark) in expected)
        {
            if (facts.Marks.GetValueOrDefault(mark.Id) is { SupersededAt: not null })
                yield return facts.Difference(facts.RegisterOf(mark.Slot)!, SealFault.MarkMissing, facts.Text(mark, "–"));
        }

        foreach (var row in facts.Marks.Values.Where(mark => mark.SupersededAt is null))
        {
            if (facts.RegisterOf(row.SlotId) is { Status: RegisterStatus.Sealed } register && expected.GetValueOrDefault((row.EnrolmentId, row.SlotId))?.Id != row.Id)
                yield return facts.Difference(register, SealFault.MarkAdded, $"{facts.NameOf(row.EnrolmentId)}: {Text(row.AttendedMinutes, string.Join(';', row.Gaps))}");
        }
    }

    private static IEnumerable<SealDifference> Rulings(SessionFacts facts) =>
        from link in facts.Links
        from ruling in SealedFacts.RulingsIn(link.Lines)
        let now = facts.Rulings.GetValueOrDefault(ruling.Id) is { } row ? SealedFacts.Of(row) : "–"
        where now != ruling.Said
        select facts.Difference(facts.Registers[link.RegisterId], SealFault.RulingAltered, $"{ruling.Said} ≠ {now}");

    private static string Text(int minutes, string gaps) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{minutes} min{(gaps.Length > 0 ? $" (− {gaps})" : "")}");
}
