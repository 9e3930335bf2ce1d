using Microsoft.EntityFrameworkCore;
using Training.Domain.ChangeRecords;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.People;

/// <summary>Why a part of a file is kept, each with its own period.</summary>
public enum EvidenceClass
{
    /// <summary>What nothing obliges the school to know: year of birth, gender, level held.</summary>
    OptionalFacts,

    /// <summary>Registers and charges of sessions: evidence for subsidies and accounts.</summary>
    AccountingEvidence,

    /// <summary>The register of certificates, which serves the person's own career.</summary>
    CertificateRegister,

    /// <summary>Requests that never came to a seat.</summary>
    WaitingLists,

    /// <summary>Old and new values in the record of changes.</summary>
    ChangeRecord,

    /// <summary>The name and address that tie all of it together; they go when nothing else is kept.</summary>
    Identity,
}

/// <param name="Count">How many things of this class the file holds.</param>
/// <param name="KeptUntil">The last day on which it is kept; nothing when it can go now.</param>
public sealed record EvidenceLine(EvidenceClass Class, int Count, DateOnly? KeptUntil);

/// <summary>What of a person's file can be erased today, and what is kept until when; each class is judged by itself.</summary>
public sealed class ErasureReview(TrainingDbContext db, OfficeClock clock, ErasePersonalValues eraseValues)
{
    /// <summary>What stands in the place of a name that is erased.</summary>
    internal const string Nobody = "–";

    public async Task<IReadOnlyList<EvidenceLine>> OfAsync(PersonId person, CancellationToken ct)
    {
        var today = clock.Today;
        var parameters = await db.ParameterBookAsync(ct);
        int Years(string key) => parameters.Number(key, today);
        DateOnly? Kept(DateOnly? until) => until >= today ? until : null;

        var facts = (await db.People.AsNoTracking().Where(p => p.Id == person).OneAsync(ct)).Facts;
        var enrolments = await (
            from enrolment in db.Enrolments
            join session in db.Sessions on enrolment.SessionId equals session.Id
            where enrolment.PersonId == person
            select new { enrolment.HoldsSeat, session.LastDay, enrolment.RequestedAt }).ToListAsync(ct);
        var certificates = await db.Certificates.Where(c => db.Enrolments.Any(e => e.Id == c.EnrolmentId && e.PersonId == person)).Select(c => c.IssuedAt).ToListAsync(ct);
        var changes = await db.ChangeRecords.Where(r => r.AggregateId == person.Value && db.PersonalValues.Any(v => v.RecordId == r.Id)).Select(r => r.RecordedAt).ToListAsync(ct);

        var seats = enrolments.Where(e => e.HoldsSeat).Select(e => e.LastDay ?? today).ToList();
        var wishes = enrolments.Where(e => !e.HoldsSeat).Select(e => clock.DateOn(e.RequestedAt)).ToList();
        var lines = new List<EvidenceLine>
        {
            new(EvidenceClass.OptionalFacts, (facts.YearOfBirth is null ? 0 : 1) + (facts.LevelHeld is null ? 0 : 1) + (facts.Gender == Gender.NotStated ? 0 : 1) + (facts.Telephone is null ? 0 : 1), null),
            // Accounts are kept from the end of the year that the session closed in.
            new(EvidenceClass.AccountingEvidence, seats.Count, seats.Count == 0 ? null : Kept(new DateOnly(seats.Max().Year + Years(ParameterKeys.RetentionAccountingYears), 12, 31))),
            new(EvidenceClass.CertificateRegister, certificates.Count, certificates.Count == 0 ? null : Kept(clock.DateOn(certificates.Max()).AddYears(Years(ParameterKeys.RetentionCertificateYears)))),
            new(EvidenceClass.WaitingLists, wishes.Count, wishes.Count == 0 ? null : Kept(wishes.Max().AddYears(Years(ParameterKeys.RetentionWaitingListYears)))),
            new(EvidenceClass.ChangeRecord, changes.Count, changes.Count == 0 ? null : Kept(clock.DateOn(changes.Max()).AddYears(Years(ParameterKeys.RetentionChangeRecordYears)))),
        };
        var working = await db.Employments.AnyAsync(e => e.PersonId == person && (e.End == null || e.End >= today), ct);
        var last = working ? DateOnly.MaxValue : lines.Max(line => line.KeptUntil);
        return [.. lines, new EvidenceLine(EvidenceClass.Identity, 1, last)];
    }

    /// <summary>Erases every class that nothing keeps. That it was done stands in the record of changes, what was erased does not.</summary>
    public async Task EraseAsync(PersonId id, CancellationToken ct)
    {
        var free = (await OfAsync(id, ct)).Where(line => line.KeptUntil is null).Select(line => line.Class).ToHashSet();
        var person = await db.People.Where(p => p.Id == id).OneAsync(ct);
        if (free.Contains(EvidenceClass.OptionalFacts))
            person.Restate(person.Facts with { YearOfBirth = null, Gender = Gender.NotStated, LevelHeld = null, Telephone = null });
        if (free.Contains(EvidenceClass.Identity))
        {
            person.Restate(new PersonFacts(Nobody, Nobody, null, person.Language, Gender.NotStated, null, null));
            db.RemoveRange(await db.MessagePreferences.Where(p => p.PersonId == id).ToListAsync(ct));
            foreach (var traits in await db.ReportRunTraits.ToListAsync(ct))
                traits.Forget(id);
        }

        await db.SaveChangesAsync(ct);

        // What the record of changes said of the values that are gone goes with them.
        if (free.Contains(EvidenceClass.ChangeRecord) || free.Contains(EvidenceClass.Identity))
            await eraseValues.HandleAsync(new(id), ct);
        else
            await eraseValues.HandleAsync(new(id, ["YearOfBirth", "Gender", "LevelHeld", "Telephone"]), ct);
    }
}
