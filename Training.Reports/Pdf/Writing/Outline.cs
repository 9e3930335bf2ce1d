using System.Globalization;

namespace Training.Reports.Pdf.Writing;

/// <summary>The bookmarks beside the pages, one for each heading, nested by level.</summary>
internal sealed class Outline
{
    private readonly List<Entry> roots = [];
    private readonly Stack<Entry> open = new();

    public bool IsEmpty => roots.Count == 0;

    public void Add(int level, string title, int pageId, double top)
    {
        while (open.TryPeek(out var last) && last.Level >= level)
            open.Pop();

        var entry = new Entry(level, title, $"[{PdfValue.Reference(pageId)}/XYZ null {PdfValue.Number(top)} null]");
        (open.TryPeek(out var parent) ? parent.Children : roots).Add(entry);
        open.Push(entry);
    }

    public int Write(PdfObjects objects)
    {
        var id = objects.Reserve();
        objects.Put(id, "<</Type/Outlines" + WriteChildren(objects, roots, id) + ">>");
        return id;
    }

    private static string WriteChildren(PdfObjects objects, List<Entry> entries, int parent)
    {
        if (entries.Count == 0)
            return "";

        var ids = entries.Select(_ => objects.Reserve()).ToArray();
        foreach (var (index, entry) in entries.Index())
        {
            objects.Put(ids[index], $"<</Title {PdfValue.Text(entry.Title)}/Parent {PdfValue.Reference(parent)}/Dest{entry.Destination}"
                + (index > 0 ? $"/Prev {PdfValue.Reference(ids[index - 1])}" : "")
                + (index < ids.Length - 1 ? $"/Next {PdfValue.Reference(ids[index + 1])}" : "")
                + WriteChildren(objects, entry.Children, ids[index]) + ">>");
        }

        var count = entries.Sum(entry => entry.CountWithDescendants);
        return string.Create(CultureInfo.InvariantCulture, $"/First {ids[0]} 0 R/Last {ids[^1]} 0 R/Count {count}");
    }

    private sealed record Entry(int Level, string Title, string Destination)
    {
        public List<Entry> Children { get; } = [];

        public int CountWithDescendants => 1 + Children.Sum(child => child.CountWithDescendants);
    }
}
