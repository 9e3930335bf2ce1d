using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Parameters;

/// <summary>The keys that will have no value soon, so that somebody enters one before a page or a job needs it.</summary>
public sealed class FindParameterGaps(TrainingDbContext db, OfficeClock clock)
{
    /// <param name="From">The first day without a value; today or before where it lacks one already.</param>
    public sealed record Gap(string Key, DateOnly From);

    public async Task<IReadOnlyList<Gap>> HandleAsync(CancellationToken ct)
    {
        var book = await db.ParameterBookAsync(ct);
        var until = clock.Today.AddDays(book.Number(ParameterKeys.GapWarningDays, clock.Today));
        return [.. book.Keys.Order(StringComparer.Ordinal)
            .Select(key => (key, From: ParameterTimeline.FirstGap(key, book.RowsOf(key), clock.Today, until)))
            .Where(gap => gap.From is not null)
            .Select(gap => new Gap(gap.key, gap.From!.Value))];
    }
}
