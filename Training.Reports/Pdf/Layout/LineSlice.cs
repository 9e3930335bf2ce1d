using Training.Reports.Pdf.Tags;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf.Layout;

/// <summary>One line of a paragraph, in which parts may be links.</summary>
internal sealed class LineSlice(Line line, ParagraphTags tags, double width, Align align) : Slice
{
    public override double Height => line.Height;

    /// <summary>The bullet or number that stands before the line.</summary>
    public (Line Line, StructElement Element)? Label { get; init; }

    public double Indent { get; init; }

    public (int Level, string Title)? Bookmark { get; init; }

    public override void Draw(Canvas canvas, double left, double top)
    {
        if (Bookmark is { } bookmark)
            canvas.Bookmark(bookmark.Level, bookmark.Title, top);
        if (Label is { } label)
            canvas.Tagged(label.Element, () => canvas.Text(label.Line.Fragments, left, top + line.Baseline));

        var start = left + Indent + line.OffsetIn(width - Indent, align);
        for (var (index, end) = (0, 0); index < line.Fragments.Count; index = end)
        {
            var target = line.Fragments[index].Span.Link;
            for (end = index; end < line.Fragments.Count && line.Fragments[end].Span.Link == target; end++)
            {
            }

            var run = line.Fragments.Take(index..end).ToList();
            DrawRun(canvas, run, target, start, top);
            start += run.Sum(fragment => fragment.Width);
        }
    }

    private void DrawRun(Canvas canvas, List<Fragment> run, LinkTarget? target, double left, double top)
    {
        if (target is null)
        {
            canvas.Tagged(tags.Paragraph, () => canvas.Text(run, left, top + line.Baseline));
            return;
        }

        const double underline = 0.6;
        var element = tags.LinkTo(target);
        var runWidth = run.AsEnumerable().Reverse().SkipWhile(fragment => fragment.IsSpace).Sum(fragment => fragment.Width);
        canvas.Tagged(element, () =>
        {
            canvas.Text(run, left, top + line.Baseline);
            canvas.Fill(run[0].Span.Style.Color, left, top + line.Baseline + 1.5, runWidth, underline);
        });
        canvas.Link(element, target, left, top, runWidth, line.Height);
    }
}

/// <summary>The element of a paragraph and those of its links; a link that goes over two lines is one link.</summary>
internal sealed class ParagraphTags(StructElement paragraph)
{
    private readonly Dictionary<LinkTarget, StructElement> links = new(ReferenceEqualityComparer.Instance);

    public StructElement Paragraph => paragraph;

    public StructElement LinkTo(LinkTarget target)
    {
        if (!links.TryGetValue(target, out var link))
            links[target] = link = paragraph.Add("Link");

        return link;
    }
}
