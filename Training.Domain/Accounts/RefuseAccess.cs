using Training.Domain.Enrolments;
using Training.Domain.Imports;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Accounts;

/// <summary>Refuses a request for access, with a reason that whoever asked reads.</summary>
public sealed class RefuseAccess(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <param name="Reader">Who decides: a request outside their scope is not there.</param>
    public sealed record Request(AccessRequestId Id, string? Reason, Reader Reader);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var asked = await db.AccessRequests.ToDecideBy(request.Reader).Where(r => r.Id == request.Id).OneAsync(ct);
        var reason = request.Reason?.Trim() ?? "";
        if (reason.Length is 0 or > AccessRequest.AnswerMaxLength)
            return new ReasonMissing();
        if (NationalNumberDetector.IsIn(reason))
            return new NationalNumberFound();
        if (asked.Refuse(reason, current.Actor.Name, clock.Now) is { } refusal)
            return refusal;

        if (asked.Email is not null)
            db.Add(AddresseeFacts.Of(asked).ToAddress(asked.Email, MessageKind.AccessRefused, clock.Now));
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
