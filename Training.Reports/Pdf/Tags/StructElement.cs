namespace Training.Reports.Pdf.Tags;

/// <summary>What a part of the page is (a heading, a cell, a figure), in the order in which it is to be read.</summary>
internal sealed class StructElement(string type, StructElement? parent = null)
{
    private readonly List<object> kids = [];

    public string Type { get; } = type;

    public StructElement? Parent { get; } = parent;

    public IReadOnlyList<object> Kids => kids;

    public string? Attributes { get; set; }

    public string? AlternativeText { get; init; }

    public string? Language { get; init; }

    public StructElement Add(string type, string? attributes = null, string? alternativeText = null, string? language = null)
    {
        var child = new StructElement(type, this) { Attributes = attributes, AlternativeText = alternativeText, Language = language };
        kids.Add(child);
        return child;
    }

    /// <summary>Something drawn on a page that is read as part of this element.</summary>
    public void Add(MarkedContent content) => kids.Add(content);

    public void Add(AnnotationLink link) => kids.Add(link);
}

/// <summary>The piece of a page's drawing with this number.</summary>
internal sealed record MarkedContent(int PageId, int Number);

/// <summary>A clickable place; <paramref name="Key"/> leads from the annotation back to its element.</summary>
internal sealed record AnnotationLink(int PageId, int AnnotationId, int Key);
