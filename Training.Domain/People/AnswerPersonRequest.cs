using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.People;

/// <summary>
/// The school answers a request. An erasure that is granted forgets at once what nothing obliges it to keep; what is kept is kept for
/// the reasons and until the days that <see cref="ErasureReview"/> gives.
/// </summary>
public sealed class AnswerPersonRequest(TrainingDbContext db, OfficeClock clock, ICurrentActor current, ErasureReview review)
{
    public sealed record Request(PersonRequestId Id, bool Grants, string Answer);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var asked = await db.PersonRequests.Where(r => r.Id == request.Id).OneAsync(ct);
        var status = request.Grants ? PersonRequestStatus.Granted : PersonRequestStatus.Refused;
        if (asked.Reply(status, request.Answer, current.Actor.Name, clock.Now) is { IsRefused: true } refused)
            return refused.Refusal;
        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();

        if (asked.Kind == PersonRequestKind.Erasure && request.Grants)
            await review.EraseAsync(asked.PersonId, ct);
        return new Done();
    }
}
