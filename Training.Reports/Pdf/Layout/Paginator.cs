using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf.Layout;

/// <summary>Lays slices below each other and takes a new page where the next ones do not fit.</summary>
internal sealed class Paginator
{
    private readonly Func<Canvas> takePage;
    private readonly double left;
    private readonly double top;
    private readonly double bottom;
    private Canvas page;
    private double place;
    private bool isFresh = true;

    public Paginator(Func<Canvas> takePage, double left, double top, double bottom)
    {
        (this.takePage, this.left, this.top, this.bottom) = (takePage, left, top, bottom);
        (page, place) = (takePage(), top);
    }

    public void Lay(IEnumerable<Slice> slices)
    {
        var together = new List<Slice>();
        foreach (var slice in slices)
        {
            together.Add(slice);
            if (slice.KeepsWithNext)
                continue;

            LayTogether(together);
            together.Clear();
        }

        LayTogether(together);
    }

    private void LayTogether(List<Slice> slices)
    {
        if (slices.Count > 1)
        {
            var height = slices.Sum(slice => slice.Height) + slices.Skip(1).Sum(slice => slice.SpaceAbove);
            if (!isFresh && FitsOnPage(slices[0], height) && place + slices[0].SpaceAbove + height > bottom)
                TurnPage(slices[0]);
        }

        foreach (var slice in slices)
            Lay(slice);
    }

    private void Lay(Slice slice)
    {
        if (slice.StartsPage && !isFresh)
            TurnPage(slice);

        while (Overflows(slice) && !(isFresh && FitsOnPage(slice, slice.Height)))
        {
            if (!FitsOnPage(slice, slice.Height) && slice.SplitAt(bottom - place - SpaceAbove(slice)) is var (fitting, rest))
            {
                Draw(fitting);
                slice = rest;
            }
            else if (isFresh)
            {
                break;
            }

            TurnPage(slice);
        }

        Draw(slice);
    }

    private void Draw(Slice slice)
    {
        place += SpaceAbove(slice);
        slice.Draw(page, left, place);
        place += slice.Height;
        isFresh = false;
    }

    private void TurnPage(Slice next)
    {
        page = takePage();
        place = top;
        isFresh = true;
        if (next.RepeatedAbove is not { } repeated)
            return;

        page.Artifact(() => repeated.Draw(page, left, top));
        place += repeated.Height;
    }

    private bool Overflows(Slice slice) => place + SpaceAbove(slice) + slice.Height > bottom;

    private bool FitsOnPage(Slice first, double height) => top + (first.RepeatedAbove?.Height ?? 0) + height <= bottom;

    private double SpaceAbove(Slice slice) => isFresh ? 0 : slice.SpaceAbove;
}
