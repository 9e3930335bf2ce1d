using Training.Domain.Courses.Search;

namespace Training.Web.Features.Shared;

/// <summary>A search as people type it: capitals, accents and the order of the words do not matter, every word must be found.</summary>
public sealed class SearchWords(string? typed)
{
    private readonly string[] _words = PlainText.Fold(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public bool IsEmpty => _words.Length == 0;

    public bool FoundIn(params IEnumerable<string?> texts)
    {
        var text = PlainText.Fold(string.Join(' ', texts));
        return _words.All(word => text.Contains(word, StringComparison.Ordinal));
    }
}
