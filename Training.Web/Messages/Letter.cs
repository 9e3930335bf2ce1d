namespace Training.Web.Messages;

/// <summary>A message in words, before it is put in an envelope.</summary>
public sealed record Letter(string Language, string Subject, IReadOnlyList<string> Paragraphs)
{
    /// <summary>The messages that a digest brings, each under its own subject.</summary>
    public IReadOnlyList<Letter> Gathered { get; init; } = [];

    /// <summary>Who signs, and in a mail whether such messages can be refused.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    public string Text => string.Join(
        "\n\n", [.. Paragraphs, .. Gathered.Index().SelectMany(one => (IEnumerable<string>)[$"{one.Index + 1}. {one.Item.Subject}", .. one.Item.Paragraphs]), .. Closing]);
}
