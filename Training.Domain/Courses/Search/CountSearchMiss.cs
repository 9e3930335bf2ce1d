using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Courses.Search;

/// <summary>Counts a search that found nothing, without anything of the person who searched.</summary>
public sealed class CountSearchMiss(TrainingDbContext db, OfficeClock clock)
{
    public sealed record Request(string? Words, string Language);

    public async Task HandleAsync(Request request, CancellationToken ct)
    {
        if (SearchMiss.WordsToCount(request.Words) is not { } words)
            return;

        var today = clock.Today;
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into search_misses (words, language, date, count) values ({words}, {request.Language}, {today}, 1)
            on conflict (words, language, date) do update set count = search_misses.count + 1
            """, ct);
    }
}
