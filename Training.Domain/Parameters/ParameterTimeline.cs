namespace Training.Domain.Parameters;

/// <summary>One stretch of time with one value, or with none.</summary>
/// <param name="To">The last day, or nothing while no end is known.</param>
/// <param name="Row">Nothing in a gap.</param>
public sealed record ParameterStretch(DateOnly From, DateOnly? To, Parameter? Row);

/// <summary>What a key said and says in one scope, stretch by stretch: rows that overlap are settled, the last recorded wins.</summary>
public static class ParameterTimeline
{
    /// <param name="rows">Of one key and one scope.</param>
    public static IReadOnlyList<ParameterStretch> Of(IReadOnlyCollection<Parameter> rows)
    {
        var cuts = rows.Select(row => row.ValidFrom)
            .Concat(rows.Where(row => row.ValidTo is not null).Select(row => row.ValidTo!.Value.AddDays(1)))
            .Distinct().Order().ToList();
        var stretches = new List<ParameterStretch>();
        foreach (var (index, from) in cuts.Index())
        {
            var winner = rows.Where(row => row.HoldsOn(from)).OrderByDescending(row => row.RecordedAt).ThenByDescending(row => row.Id.Value).FirstOrDefault();
            var to = index + 1 < cuts.Count ? cuts[index + 1].AddDays(-1) : (DateOnly?)null;
            if (stretches.Count > 0 && stretches[^1].Row == winner)
                stretches[^1] = stretches[^1] with { To = to };
            else
                stretches.Add(new ParameterStretch(from, to, winner));
        }

        return stretches;
    }

    /// <summary>The first day from which a key has no value in the days asked about, or nothing. Rows of narrower scopes do not fill a gap for all.</summary>
    public static DateOnly? FirstGap(string key, IEnumerable<Parameter> rows, DateOnly from, DateOnly to)
    {
        var general = rows.Where(row => row.Scope == ParameterScope.Global).ToList();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            var date = ReferenceDates.For(key, day);
            if (!general.Exists(row => row.HoldsOn(date)))
                return day;
        }

        return null;
    }
}
