namespace Training.Domain.Courses.Search;

/// <summary>Whether one word may be another, typed wrongly or in part.</summary>
internal static class Spelling
{
    private const int TwoSlipsFrom = 8;
    private const int OneSlipFrom = 4;

    /// <summary>True for one slip of the keyboard in a word of four letters, two in one of eight, and for a word that is part of a longer one.</summary>
    public static bool MayMean(string typed, string known)
    {
        if (typed.Length < OneSlipFrom)
            return false;
        if (known.Contains(typed, StringComparison.Ordinal))
            return true;

        var slips = typed.Length >= TwoSlipsFrom ? 2 : 1;
        return Math.Abs(typed.Length - known.Length) <= slips && Distance(typed, known) <= slips;
    }

    /// <summary>How many letters to put in, leave out, replace or swap with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var (before, last, now) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                now[j] = Math.Min(replaced, Math.Min(last[j], now[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
            }

            (before, last, now) = (last, now, before);
        }

        return last[b.Length];
    }
}
