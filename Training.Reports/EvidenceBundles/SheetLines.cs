using System.Globalization;
using Training.Reports.SignInSheets;
using UglyToad.PdfPig;

namespace Training.Reports.EvidenceBundles;

/// <summary>
/// Where the line of each person stands on a sheet, found on the sheet as it would be printed today. A list that has changed since, or a photograph
/// taken askew, puts it elsewhere: whoever makes a copy looks at it.
/// </summary>
public static class SheetLines
{
    // The number of a line stands left of this, and this far below its upper edge.
    private const double NumbersEndAt = 62;
    private const double AboveNumber = 6;
    private const double LineHeight = 29;

    /// <returns>By the place in the list, from nothing: the page and what is to be seen of it.</returns>
    public static IReadOnlyList<(int Page, PageStripe Stripe)> Of(SignInSheet sheet, SheetOffice office)
    {
        using var document = PdfDocument.Open(SignInSheetPdf.Write([sheet], office, DateTimeOffset.UnixEpoch));
        var found = new SortedDictionary<int, (int, PageStripe)>();
        foreach (var page in document.GetPages())
        {
            foreach (var word in page.GetWords().Where(word => word.BoundingBox.Right < NumbersEndAt))
            {
                if (!int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > sheet.People.Count)
                    continue;

                var top = page.Height - word.BoundingBox.Top - AboveNumber;
                found[number] = (page.Number, new PageStripe(Thousandths(top, page.Height), Thousandths(top + LineHeight, page.Height)));
            }
        }

        return [.. found.Values];
    }

    private static int Thousandths(double place, double height) => Math.Clamp((int)Math.Round(place / height * PageStripe.Whole), 0, PageStripe.Whole);
}
