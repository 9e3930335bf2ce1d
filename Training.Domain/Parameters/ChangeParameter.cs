using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Parameters;

/// <summary>
/// Records what a parameter is from a day on, who says so and why. Earlier rows stay as they are: on the days that the new row covers,
/// it wins because it was recorded last.
/// </summary>
public sealed class ChangeParameter(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <param name="ScopeCode">The code of the organisation or course concerned; nothing for all.</param>
    public sealed record Request(
        string Key, string Value, DateOnly From, DateOnly? To, string Source, ParameterCertainty Certainty, string Reason,
        ParameterScope Scope = ParameterScope.Global, string? ScopeCode = null);

    public async Task<Outcome<ParameterId>> HandleAsync(Request request, CancellationToken ct)
    {
        var row = await DraftAsync(request, ct);
        if (row.IsRefused)
            return row.Refusal;

        db.Add(row.Value);
        await db.SaveChangesAsync(ct);
        return row.Value.Id;
    }

    /// <summary>The row as it would be recorded now, saved nowhere: what a trial compares with.</summary>
    public async Task<Outcome<Parameter>> DraftAsync(Request request, CancellationToken ct)
    {
        var earlier = await db.Parameters.AsNoTracking().Where(p => p.Key == request.Key).Select(p => p.Value).ToListAsync(ct);
        if (earlier.Count == 0)
            throw new NotFoundException(nameof(Parameter));

        var kind = ParameterKinds.Of(earlier);
        if (!kind.Takes(request.Value))
            return new ValueOfAnotherKind(request.Value, kind);
        if (ParameterKinds.WordsOf(request.Key) is { } words && !words.Contains(request.Value))
            return new WordUnknown(request.Value, string.Join(", ", words));
        if (request.To is { } to && to < request.From)
            return new EndsBeforeItBegins(request.From, to);
        if (string.IsNullOrWhiteSpace(request.Source))
            return new SourceMissing();
        if (string.IsNullOrWhiteSpace(request.Reason))
            return new ReasonMissing();

        var scope = request.Scope == ParameterScope.Global ? null : await FindScopeAsync(request.Scope, request.ScopeCode ?? "", ct);
        if (request.Scope != ParameterScope.Global && scope is null)
            return new ScopeUnknown(request.ScopeCode ?? "");

        return new Parameter(
            new ParameterRow(request.Key, request.Value, request.From, request.To, request.Source.Trim(), request.Certainty, request.Scope, scope),
            current.Actor.Name, clock.Now, request.Reason.Trim());
    }

    private async Task<Guid?> FindScopeAsync(ParameterScope scope, string code, CancellationToken ct) => scope switch
    {
        ParameterScope.Organisation => (await db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Code == code, ct))?.Id.Value,
        ParameterScope.Course => (await db.Courses.AsNoTracking().FirstOrDefaultAsync(c => c.Code == code, ct))?.Id.Value,
        _ => null,
    };
}
