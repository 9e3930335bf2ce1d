using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Parameters;
using Training.Domain.Persistence;

namespace Training.Web.Features.Parameters;

/// <summary>One key: what it said and says as a line of time, every row ever recorded, and a form that tries or records a change.</summary>
public sealed record ParameterPage(
    string Key, ReferenceDate Reference, ParameterKind Kind, DateOnly Today, IReadOnlyList<ParameterPage.Line> Lines, IReadOnlyList<Parameter> Rows, ParameterForm Form)
{
    public Trial? Trial { get; init; }

    /// <summary>One scope's line of time.</summary>
    /// <param name="Of">The code of the organisation or course, or nothing for all.</param>
    public sealed record Line(ParameterScope Scope, string? Of, IReadOnlyList<ParameterStretch> Stretches);

    public static async Task<ParameterPage> FindAsync(TrainingDbContext db, string key, ParameterForm form, DateOnly today, CancellationToken ct)
    {
        var rows = await db.Parameters.AsNoTracking().Where(p => p.Key == key).ToListAsync(ct);
        if (rows.Count == 0)
            throw new NotFoundException(nameof(Parameter));

        var codes = await CodesAsync(db, ct);
        return new ParameterPage(
            key, ReferenceDates.Of(key), ParameterKinds.Of(rows.Select(row => row.Value)), today,
            [.. rows.GroupBy(row => (row.Scope, row.ScopeId)).OrderBy(group => group.Key.Scope)
                .Select(group => new Line(group.Key.Scope, group.Key.ScopeId is { } id ? codes.GetValueOrDefault(id, "–") : null, ParameterTimeline.Of([.. group])))],
            [.. rows.OrderByDescending(row => row.RecordedAt).ThenByDescending(row => row.ValidFrom)],
            form);
    }

    private static async Task<Dictionary<Guid, string>> CodesAsync(TrainingDbContext db, CancellationToken ct)
    {
        var organisations = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Code }).ToListAsync(ct);
        var courses = await db.Courses.AsNoTracking().Select(c => new { c.Id, c.Code }).ToListAsync(ct);
        return organisations.Select(o => (o.Id.Value, o.Code)).Concat(courses.Select(c => (c.Id.Value, c.Code))).ToDictionary();
    }
}

/// <summary>What a change would have made different.</summary>
public sealed record Trial(DateOnly From, DateOnly To, TryParameter.Answer Answer);
