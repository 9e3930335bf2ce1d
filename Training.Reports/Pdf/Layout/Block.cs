using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Tags;

namespace Training.Reports.Pdf.Layout;

/// <summary>A paragraph, a table, a figure: cut into slices for a given width, under a parent in the structure of the document.</summary>
internal abstract class Block
{
    public abstract IEnumerable<Slice> Cut(Shaper shaper, double width, StructElement parent);
}
