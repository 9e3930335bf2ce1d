namespace Training.Reports.Pdf.Layout;

/// <summary>
/// Where the fragments of a line stand. They come in the order in which they are read; words that run from right to left stand in the
/// other order, with the blanks, numbers and signs between them.
/// </summary>
internal static class VisualOrder
{
    public static IEnumerable<(Fragment Fragment, double Left)> Place(IReadOnlyList<Fragment> fragments)
    {
        var left = 0.0;
        for (int start = 0, end; start < fragments.Count; start = end)
        {
            end = EndOfTurned(fragments, start);
            if (end > start)
            {
                var right = left += Enumerable.Range(start, end - start).Sum(index => fragments[index].Width);
                for (var index = start; index < end; index++)
                    yield return (fragments[index], right -= fragments[index].Width);
            }
            else
            {
                yield return (fragments[start], left);
                left += fragments[start].Width;
                end = start + 1;
            }
        }
    }

    /// <summary>Behind the last fragment that runs from right to left with only blanks, numbers and signs between it and the first.</summary>
    private static int EndOfTurned(IReadOnlyList<Fragment> fragments, int start)
    {
        var end = start;
        for (var index = start; index < fragments.Count && (fragments[index].Shaped.IsRightToLeft || (index > start && IsNeutral(fragments[index]))); index++)
        {
            if (fragments[index].Shaped.IsRightToLeft)
                end = index + 1;
        }

        return end;
    }

    private static bool IsNeutral(Fragment fragment) => !fragment.Shaped.Text.Any(char.IsLetter);
}
