namespace Training.Reports.Reporting;

/// <summary>
/// Hides small numbers of people so that no sums give them away. A number from 1 to 4 is hidden, and with it what is bound to it; then others, until
/// nothing that is hidden can be worked out by somebody who sees the rest, knows every sum, and may guess that a number without a word is no small one.
/// </summary>
public sealed class SmallNumbers(IReadOnlyList<SmallNumbers.Figure> figures, IReadOnlyList<SmallNumbers.Sum> sums)
{
    /// <summary>The smallest number of people that is told.</summary>
    public const int Smallest = 5;

    private static readonly bool[] Beliefs = [false, true];

    private readonly HiddenNumber?[] _hidden = new HiddenNumber?[figures.Count];
    private readonly ILookup<int, Sum> _sums = sums.SelectMany(sum => sum.Places.Select(place => (place, sum))).ToLookup(one => one.place, one => one.sum);
    private readonly HashSet<Sum> _touched = [];

    /// <param name="Counts">People, and not what they did, earned or cost.</param>
    /// <param name="IsUntold">Stands nowhere in the table, but follows from it.</param>
    public readonly record struct Figure(decimal Value, bool Counts = true, bool IsUntold = false)
    {
        public bool IsSmall => Counts && Value is > 0 and < Smallest;
    }

    /// <summary>Figures that add up to another, by their places.</summary>
    /// <param name="Overlaps">The same people may stand in several parts: the total is the sum at most.</param>
    public sealed record Sum(IReadOnlyList<int> Parts, int Total, bool Overlaps = false)
    {
        public IEnumerable<int> Places => Parts.Append(Total);
    }

    /// <param name="bound">What is hidden with a figure, by its place; none where nothing is said.</param>
    /// <returns>For each figure whether it is hidden, and whether the reader may know that it is small.</returns>
    public static IReadOnlyList<HiddenNumber?> Hide(IReadOnlyList<Figure> figures, IReadOnlyList<Sum> sums, ILookup<int, int>? bound = null) => new SmallNumbers(figures, sums).Hide(bound);

    private HiddenNumber?[] Hide(ILookup<int, int>? bound)
    {
        foreach (var place in Enumerable.Range(0, figures.Count).Where(place => figures[place].IsSmall || figures[place].IsUntold))
            Cover(place, bound);

        while (Told() is { Count: > 0 } told)
        {
            // A sum of which something was hidden is looked at again before more of it is.
            _touched.Clear();
            foreach (var place in told.Where(place => !_sums[place].Any(_touched.Contains)))
            {
                _touched.UnionWith(_sums[place]);
                if (Beside(place) is { } other)
                    Cover(other, bound);
                else if (SaidToBeSmall(place) is { } small)
                    _hidden[small] = new HiddenNumber(IsSmall: false);
                else if (Anything() is { } any)
                    Cover(any, bound);
                else
                    return _hidden;
            }
        }

        return _hidden;
    }

    private void Cover(int place, ILookup<int, int>? bound)
    {
        if (_hidden[place] is not null)
            return;

        _touched.UnionWith(_sums[place]);
        _hidden[place] = new HiddenNumber(figures[place] is { IsSmall: true, IsUntold: false });
        foreach (var other in bound?[place] ?? [])
            Cover(other, bound);
    }

    // Hidden figures of which one value only is left. What follows from the table and is no small number may be known.
    private List<int> Told()
    {
        var places = Enumerable.Range(0, figures.Count);
        var beliefs = Beliefs.Select(isSure => new PossibleValues([.. places.Select(place => BoundsOf(place, isSure))], sums)).Where(belief => !belief.IsContradictory).ToList();
        return [.. places.Where(place => _hidden[place] is not null && (!figures[place].IsUntold || figures[place].IsSmall) && beliefs.Exists(belief => belief.IsTold(place)))];
    }

    // For who takes it for sure that a number of people without a word is no small one, which is so but for a few.
    private (double Least, double Most) BoundsOf(int place, bool isSure) => (figures[place], _hidden[place]) switch
    {
        (var shown, null) => ((double)shown.Value, (double)shown.Value),
        (_, { IsSmall: true }) => (1, Smallest - 1),
        ({ Value: < 0 }, _) => (double.NegativeInfinity, double.PositiveInfinity),
        ({ Counts: true, IsUntold: false, Value: var value }, _) when isSure || value >= Smallest => (Smallest, double.PositiveInfinity),
        _ => (0, double.PositiveInfinity),
    };

    // The smallest figure of its sums that is still shown and not nothing: a part before a total.
    private int? Beside(int place) => LeastOf(_sums[place].SelectMany(sum => sum.Parts)) ?? LeastOf(_sums[place].Select(sum => sum.Total));

    private int? LeastOf(IEnumerable<int> places) =>
        places.Where(other => _hidden[other] is null && figures[other].Value != 0).OrderBy(other => figures[other].Value).Select(other => (int?)other).FirstOrDefault();

    // What is said to be small and may be left unsaid: a total of its sums, or the figure itself.
    private int? SaidToBeSmall(int place) =>
        _sums[place].Select(sum => sum.Total).Append(place).Where(other => _hidden[other] is { IsSmall: true }).Select(other => (int?)other).FirstOrDefault();

    private int? Anything() => sums.Where(sum => sum.Places.Any(place => _hidden[place] is not null)).SelectMany(sum => sum.Places)
        .Where(place => _hidden[place] is null).OrderBy(place => figures[place].Value).Select(place => (int?)place).FirstOrDefault();
}
