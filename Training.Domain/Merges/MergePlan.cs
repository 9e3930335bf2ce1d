using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.TimeRelease;

namespace Training.Domain.Merges;

/// <param name="Staying">Rows that the other has in the same way already: they stay with the row that is kept for the past.</param>
public sealed record MergeLine(string Entity, int OfFrom, int OfInto, int Staying)
{
    public int After => OfInto + OfFrom - Staying;
}

/// <summary>What a merge would carry, before anybody agrees to it.</summary>
public sealed record MergeForecast(
    MergedKind Kind, Guid From, Guid Into, string FromName, string IntoName, IReadOnlyList<MergeLine> Lines,
    int Certificates, int ReservedMinutes, int ConsumedMinutes, Refusal? Obstacle);

/// <summary>Which rows of one go over to the other, and what stands in the way.</summary>
internal sealed class MergePlan
{
    private readonly List<(IForeignKey Key, object Row)> _moving = [];
    private readonly List<MergeLine> _lines = [];

    public IReadOnlyList<(IForeignKey Key, object Row)> Moving => _moving;

    public IReadOnlyList<MergeLine> Lines => _lines;

    public Refusal? Obstacle { get; private set; }

    public static async Task<MergePlan> OfAsync(TrainingDbContext db, MergedKind kind, Guid from, Guid into, CancellationToken ct)
    {
        var plan = new MergePlan();
        foreach (var keys in References.To(db, kind == MergedKind.Person ? typeof(Person) : typeof(Organisation)).GroupBy(key => key.DeclaringEntityType.ClrType.Name))
        {
            var (ofFrom, ofInto, staying) = (0, 0, 0);
            foreach (var key in keys)
            {
                var (rows, others) = (await References.RowsAsync(db, key, from, ct), await References.RowsAsync(db, key, into, ct));
                (ofFrom, ofInto) = (ofFrom + rows.Count, ofInto + others.Count);
                foreach (var row in rows)
                {
                    if (!References.Clashes(db, key, row, others))
                        plan._moving.Add((key, row));
                    else if (await ObstacleAsync(db, row, ct) is { } obstacle)
                        plan.Obstacle ??= obstacle;
                    else
                        staying++;
                }
            }

            if (ofFrom + ofInto > 0)
                plan._lines.Add(new MergeLine(keys.Key, ofFrom, ofInto, staying));
        }

        return plan;
    }

    private static async Task<Refusal?> ObstacleAsync(TrainingDbContext db, object row, CancellationToken ct) => row switch
    {
        Enrolment enrolment => new BothEnrolled(await db.Sessions.Where(s => s.Id == enrolment.SessionId).Select(s => s.Code).SingleAsync(ct)),
        TimeReleaseAccount { ReservedMinutes: > 0 } or TimeReleaseAccount { ConsumedMinutes: > 0 } => new BothUsedTimeRelease(((TimeReleaseAccount)row).Year),
        _ => null,
    };
}
