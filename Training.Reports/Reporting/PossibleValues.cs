namespace Training.Reports.Reporting;

/// <summary>
/// What somebody can work out who knows bounds of some figures and which of them add up to others: the sums are solved as far as they go, and then each
/// figure is bounded by those beside it until nothing more follows.
/// </summary>
public sealed class PossibleValues
{
    private const double Nothing = 1e-6;
    private const int MostRounds = 100;

    private readonly double[] _least;
    private readonly double[] _most;

    public PossibleValues(IReadOnlyList<(double Least, double Most)> bounds, IReadOnlyList<SmallNumbers.Sum> sums)
    {
        // Behind the figures: by how much the parts of an overlapping sum are more than their total.
        var overlaps = sums.Count(sum => sum.Overlaps);
        _least = [.. bounds.Select(bound => bound.Least), .. new double[overlaps]];
        _most = [.. bounds.Select(bound => bound.Most), .. Enumerable.Repeat(double.PositiveInfinity, overlaps)];

        var open = Enumerable.Range(0, _least.Length).Where(place => _least[place] < _most[place]).ToArray();
        var columns = open.Index().ToDictionary(one => one.Item, one => one.Index);
        var equations = new List<double[]>();
        var excess = bounds.Count;
        foreach (var sum in sums)
        {
            var equation = new double[open.Length + 1];
            foreach (var part in sum.Parts)
                Add(equation, part, 1);
            Add(equation, sum.Total, -1);
            if (sum.Overlaps)
                Add(equation, excess++, -1);
            if (Array.Exists(equation[..^1], factor => factor != 0))
                equations.Add(equation);
        }

        Narrow(open, [.. equations, .. Reduced(equations, open.Length)]);

        void Add(double[] equation, int place, double factor)
        {
            if (columns.TryGetValue(place, out var column))
                equation[column] += factor;
            else
                equation[^1] -= factor * _least[place];
        }
    }

    /// <summary>The bounds and the sums cannot all be true.</summary>
    public bool IsContradictory => Enumerable.Range(0, _least.Length).Any(place => _least[place] > _most[place] + Nothing);

    /// <summary>Whether no second whole number is left.</summary>
    public bool IsTold(int place) => Math.Floor(_most[place] + Nothing) - Math.Ceiling(_least[place] - Nothing) < 1;

    // Gauss and Jordan: what several sums say together, such as the only figure that two rows and two columns leave open.
    private static IEnumerable<double[]> Reduced(List<double[]> equations, int unknowns)
    {
        var rows = equations.ConvertAll(equation => (double[])equation.Clone());
        var done = 0;
        for (var column = 0; column < unknowns && done < rows.Count; column++)
        {
            var pivot = Enumerable.Range(done, rows.Count - done).MaxBy(row => Math.Abs(rows[row][column]));
            if (Math.Abs(rows[pivot][column]) < Nothing)
                continue;

            (rows[done], rows[pivot]) = (rows[pivot], rows[done]);
            var scale = rows[done][column];
            rows[done] = Array.ConvertAll(rows[done], factor => factor / scale);
            for (var row = 0; row < rows.Count; row++)
            {
                if (row == done || Math.Abs(rows[row][column]) < Nothing)
                    continue;

                var times = rows[row][column];
                for (var other = column; other <= unknowns; other++)
                    rows[row][other] -= times * rows[done][other];
            }

            done++;
        }

        return rows.Take(done);
    }

    private void Narrow(int[] open, IReadOnlyList<double[]> equations)
    {
        var terms = equations.Select(equation => (Terms: open.Index().Where(one => Math.Abs(equation[one.Index]) > Nothing).Select(one => (Place: one.Item, Factor: equation[one.Index])).ToArray(), Value: equation[^1])).ToList();
        var changed = true;
        for (var round = 0; changed && round < MostRounds; round++)
        {
            changed = false;
            foreach (var (all, value) in terms)
            {
                foreach (var (place, factor) in all)
                {
                    var others = all.Where(term => term.Place != place).ToList();
                    var (least, most) = (value - others.Sum(term => Most(term)), value - others.Sum(term => Least(term)));
                    changed |= Bound(place, factor > 0 ? least / factor : most / factor, factor > 0 ? most / factor : least / factor);
                }
            }
        }

        double Least((int Place, double Factor) term) => term.Factor * (term.Factor > 0 ? _least : _most)[term.Place];
        double Most((int Place, double Factor) term) => term.Factor * (term.Factor > 0 ? _most : _least)[term.Place];
    }

    private bool Bound(int place, double least, double most)
    {
        var (higher, lower) = (least > _least[place] + Nothing, most < _most[place] - Nothing);
        if (higher)
            _least[place] = least;
        if (lower)
            _most[place] = most;
        return higher || lower;
    }
}
