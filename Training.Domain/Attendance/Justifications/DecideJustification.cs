using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Justifications;

/// <summary>
/// The secretariat accepts or refuses a justification: what was missed in its stretch is ruled on, charge and certificate follow, and the
/// document is destroyed.
/// </summary>
public sealed class DecideJustification(TrainingDbContext db, OfficeClock clock, ICurrentActor current, RuleAbsence rule)
{
    public sealed record Request(JustificationRequestId Justification, bool Accept, string? Note);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (NationalNumberDetector.IsIn(request.Note))
            return new NationalNumberInText();

        var justification = await db.JustificationRequests.Where(j => j.Id == request.Justification).OneAsync(ct);
        var decided = justification.Decide(request.Accept, request.Note?.Trim(), current.Actor.Name, clock.Now);
        if (decided.IsRefused)
            return decided;

        db.RemoveRange(await db.JustificationDocuments.Where(d => d.RequestId == request.Justification).ToListAsync(ct));

        // The ruling saves the decision with it, so that neither is there without the other.
        var ruled = await rule.HandleAsync(
            new(justification.EnrolmentId, justification.Date, justification.Hours, request.Accept ? AbsenceKind.Justified : AbsenceKind.Unjustified,
                request.Accept ? justification.Category : null, request.Note), ct);
        if (ruled.Refusal is not NothingMissedThen)
            return ruled;

        // What was asked about has been corrected meanwhile: the decision stands and nothing is left to rule on.
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
