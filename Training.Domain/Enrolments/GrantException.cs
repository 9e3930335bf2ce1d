using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Enrolments;

/// <summary>The secretariat sets a rule aside for one person and one session. Only a rule that answers "ask the secretariat" can be set aside.</summary>
public sealed class GrantException(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    private static readonly EligibilityRule[] Grantable = [EligibilityRule.NoOverlap];

    public sealed record Request(SessionId Session, PersonId Person, EligibilityRule Rule, string? Reason, DateOnly Expires);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
            return new ReasonMissing();
        if (!Grantable.Contains(request.Rule))
            return new RuleHasNoException();
        if (request.Expires < clock.Today)
            return new ExceptionAlreadyOver(request.Expires);

        var session = await db.Sessions.AsNoTracking().Where(s => s.Id == request.Session).OneAsync(ct);
        var person = await db.People.AsNoTracking().Where(p => p.Id == request.Person).OneAsync(ct);
        db.Add(new EligibilityException(session.Id, person.Id, request.Rule, request.Reason.Trim(), request.Expires, current.Actor.Name, clock.Now));
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
