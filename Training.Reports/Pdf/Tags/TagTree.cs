using System.Globalization;
using System.Text;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf.Tags;

/// <summary>The structure of a document, and the way back from what is drawn to the element that it belongs to.</summary>
internal sealed class TagTree
{
    private readonly SortedDictionary<int, List<StructElement>> pages = [];
    private readonly SortedDictionary<int, StructElement> annotations = [];
    private readonly Dictionary<StructElement, int> ids = [];
    private int nextKey;

    public StructElement Document { get; } = new("Document");

    public int NewKey() => nextKey++;

    /// <summary>Numbers the next marked content of a page on behalf of an element.</summary>
    public int Mark(int pageKey, int pageId, StructElement element)
    {
        if (!pages.TryGetValue(pageKey, out var marked))
            pages[pageKey] = marked = [];

        marked.Add(element);
        element.Add(new MarkedContent(pageId, marked.Count - 1));
        return marked.Count - 1;
    }

    public int Annotate(int pageId, int annotationId, StructElement element)
    {
        var key = NewKey();
        annotations[key] = element;
        element.Add(new AnnotationLink(pageId, annotationId, key));
        return key;
    }

    public int Write(PdfObjects objects)
    {
        var root = objects.Reserve();
        Number(objects, Document);
        Write(objects, Document, root);
        var parents = objects.Add("<</Nums[" + ParentTree() + "]>>");
        objects.Put(root, string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type/StructTreeRoot/K {ids[Document]} 0 R/ParentTree {parents} 0 R/ParentTreeNextKey {nextKey}>>"));

        return root;
    }

    private void Number(PdfObjects objects, StructElement element)
    {
        ids[element] = objects.Reserve();
        foreach (var child in element.Kids.OfType<StructElement>())
            Number(objects, child);
    }

    private void Write(PdfObjects objects, StructElement element, int parentId)
    {
        var page = element.Kids.OfType<MarkedContent>().FirstOrDefault()?.PageId;
        var body = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<</S/{element.Type}/P {parentId} 0 R");
        if (page is not null)
            body.Append(CultureInfo.InvariantCulture, $"/Pg {page} 0 R");
        if (element.AlternativeText is { } alternative)
            body.Append("/Alt ").Append(PdfValue.Text(alternative));
        if (element.Language is { } language)
            body.Append("/Lang ").Append(PdfValue.Ascii(language));
        if (element.Attributes is { } attributes)
            body.Append("/A").Append(attributes);
        if (element.Kids.Count > 0)
            body.Append("/K[").AppendJoin(' ', element.Kids.Select(kid => Kid(kid, page))).Append(']');

        objects.Put(ids[element], body.Append(">>").ToString());
        foreach (var child in element.Kids.OfType<StructElement>())
            Write(objects, child, ids[element]);
    }

    private string Kid(object kid, int? page) => kid switch
    {
        StructElement child => PdfValue.Reference(ids[child]),
        MarkedContent content when content.PageId == page => content.Number.ToString(CultureInfo.InvariantCulture),
        MarkedContent content => string.Create(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {content.PageId} 0 R/MCID {content.Number}>>"),
        AnnotationLink link => string.Create(CultureInfo.InvariantCulture, $"<</Type/OBJR/Pg {link.PageId} 0 R/Obj {link.AnnotationId} 0 R>>"),
        _ => throw new ArgumentException($"A structure element has no {kid.GetType().Name}.", nameof(kid)),
    };

    private string ParentTree()
    {
        var entries = pages.Select(page => (page.Key, Value: PdfValue.References(page.Value.Select(element => ids[element]))))
            .Concat(annotations.Select(annotation => (annotation.Key, Value: PdfValue.Reference(ids[annotation.Value]))))
            .OrderBy(entry => entry.Key);

        return string.Join(' ', entries.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key} {entry.Value}")));
    }
}
