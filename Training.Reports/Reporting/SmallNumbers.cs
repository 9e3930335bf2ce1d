namespace Training.Reports.Reporting;

/// <summary>
/// Hides small numbers of people so that no sum gives them away. A number from 1 to 4 is hidden; then, sum by sum, others until each
/// hidden small number could still be at least two different ones.
/// </summary>
public static class SmallNumbers
{
    /// <summary>The smallest number of people that is told.</summary>
    public const int Smallest = 5;

    /// <summary>Numbers that add up to another, by their places.</summary>
    public sealed record Sum(IReadOnlyList<int> Parts, int Total);

    /// <returns>For each number whether it is hidden, and whether the reader may know that it is small.</returns>
    public static IReadOnlyList<HiddenNumber?> Hide(IReadOnlyList<int> numbers, IReadOnlyList<Sum> sums)
    {
        var hidden = numbers.Select(number => number is > 0 and < Smallest ? new HiddenNumber(IsSmall: true) : null).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var sum in sums)
            {
                while (GivesAway(numbers, hidden, sum) && Next(numbers, hidden, sum) is { } next)
                {
                    hidden[next] = new HiddenNumber(IsSmall: false);
                    changed = true;
                }
            }
        }

        return hidden;
    }

    // Whether somebody who sees the rest of a sum can work one out, knowing that small means 1 to 4, that any other hidden part does not, and
    // that a total hidden without a word may be anything.
    private static bool GivesAway(IReadOnlyList<int> numbers, HiddenNumber?[] hidden, Sum sum)
    {
        var unknown = sum.Parts.Where(part => hidden[part] is not null).ToList();
        if (unknown.Count == 0)
            return hidden[sum.Total] is { IsSmall: true };

        var rest = sum.Parts.Where(part => hidden[part] is null).Sum(part => numbers[part]);
        var totals = hidden[sum.Total] switch
        {
            null => [numbers[sum.Total]],
            { IsSmall: true } => [1, 2, 3, 4],
            _ => Enumerable.Empty<int>(),
        };
        var sought = totals.Select(total => total - rest).ToList();
        return sought.Count > 0 && unknown.Where(part => hidden[part]!.IsSmall).Any(part => Candidates(unknown, hidden, part, sought) < 2);
    }

    private static int Candidates(List<int> unknown, HiddenNumber?[] hidden, int sought, List<int> totals)
    {
        var others = unknown.Where(part => part != sought).ToList();
        return Enumerable.Range(1, Smallest - 1).Count(value => totals.Exists(total => Reachable(others, hidden, total - value)));
    }

    // Small parts are 1 to 4 each; any other hidden part is nothing or 5 and more.
    private static bool Reachable(List<int> parts, HiddenNumber?[] hidden, int total)
    {
        var small = parts.Count(part => hidden[part]!.IsSmall);
        var other = parts.Count - small;
        if (total < small)
            return false;

        var most = small * (Smallest - 1);
        return total <= most || (other > 0 && total - small >= Smallest);
    }

    // The smallest number of the sum that is still shown and not nothing; then its total, which is no longer said to be small; then a nothing.
    private static int? Next(IReadOnlyList<int> numbers, HiddenNumber?[] hidden, Sum sum)
    {
        var shown = sum.Parts.Where(part => hidden[part] is null).ToList();
        var some = shown.Where(part => numbers[part] > 0).OrderBy(part => numbers[part]).Select(part => (int?)part).FirstOrDefault();
        return some ?? (hidden[sum.Total] is null or { IsSmall: true } ? sum.Total : shown.Select(part => (int?)part).FirstOrDefault());
    }
}
