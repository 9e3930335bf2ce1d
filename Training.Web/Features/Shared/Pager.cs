namespace Training.Web.Features.Shared;

/// <summary>Where one is in a list that is shown page by page, from 1.</summary>
public sealed record Pager(int Number, int Count, Func<int, string> AddressOf)
{
    /// <summary>How many pages so many lines take: one at least.</summary>
    public static int CountOf(int found, int pageSize) => Math.Max(1, (found + pageSize - 1) / pageSize);
}
