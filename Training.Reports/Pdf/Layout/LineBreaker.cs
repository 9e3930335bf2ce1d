using System.Globalization;
using System.Text;
using Training.Reports.Pdf.Fonts;

namespace Training.Reports.Pdf.Layout;

/// <summary>Fills lines with words; a line may end after a space or a hyphen, and inside a word only if it is wider than a line.</summary>
internal sealed class LineBreaker(Shaper shaper, double width)
{
    // A hundredth of a point, so that a column as wide as its text holds it.
    private const double Tolerance = 0.01;

    private readonly List<Line> lines = [];
    private List<Fragment> line = [];
    private List<Fragment> word = [];
    private double lineWidth;

    public static IReadOnlyList<Line> Break(Shaper shaper, double width, params IEnumerable<TextSpan> spans)
    {
        var breaker = new LineBreaker(shaper, width);
        TextStyle? style = null;
        foreach (var span in spans)
        {
            foreach (var piece in Pieces(Clean(span.Text)))
                breaker.Take(piece, span);
            style = span.Style;
        }

        breaker.EndWord();
        if (breaker.line.Count > 0)
            breaker.EndLine(style!);

        return breaker.lines;
    }

    /// <summary>Of the parts between which a line may end.</summary>
    public static IEnumerable<double> WordWidths(Shaper shaper, TextSpan span) => Pieces(Clean(span.Text)).Where(piece => piece is not (" " or "\n"))
        .Select(piece => shaper.Shape(span.Style.Face, piece).Sum(part => part.Advance) * span.Style.Size / 1000);

    private void Take(string piece, TextSpan span)
    {
        if (piece == "\n")
        {
            EndWord();
            EndLine(span.Style);
            return;
        }

        var fragments = shaper.Shape(span.Style.Face, piece).Select(part => new Fragment(part, span));
        if (piece != " ")
        {
            word.AddRange(fragments);
            if (piece[^1] is '-' or '–' or '/' or '@')
                EndWord();
            return;
        }

        EndWord();
        if (line.Count > 0)
            Place(fragments.Single());
    }

    private void EndWord()
    {
        if (word.Count == 0)
            return;

        var wordWidth = word.Sum(fragment => fragment.Width);
        if (lineWidth + wordWidth > width + Tolerance && line.Count > 0)
            EndLine(word[0].Span.Style);
        foreach (var fragment in wordWidth > width ? word.SelectMany(CutToFit) : word)
        {
            if (lineWidth + fragment.Width > width + Tolerance && line.Count > 0)
                EndLine(fragment.Span.Style);
            Place(fragment);
        }

        word = [];
    }

    private void Place(Fragment fragment)
    {
        line.Add(fragment);
        lineWidth += fragment.Width;
    }

    private void EndLine(TextStyle style)
    {
        lines.Add(new Line(line, style));
        line = [];
        lineWidth = 0;
    }

    private IEnumerable<Fragment> CutToFit(Fragment fragment)
    {
        var letters = StringInfo.GetTextElementEnumerator(fragment.Shaped.Text);
        var part = "";
        while (letters.MoveNext())
        {
            var letter = letters.GetTextElement();
            if (part.Length > 0 && Shape(part + letter).Width > width)
            {
                yield return Shape(part);
                part = "";
            }

            part += letter;
        }

        yield return Shape(part);

        Fragment Shape(string text) => new(shaper.Shape(fragment.Span.Style.Face, text).Single(), fragment.Span);
    }

    /// <summary>Words, spaces and line ends. A space that may not be broken stays inside its word.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is ' ' or '\n')
            {
                if (index > start)
                    yield return text[start..index];
                yield return text[index] == ' ' ? " " : "\n";
                start = index + 1;
            }
            else if (MayBreakAfter(text, index))
            {
                yield return text[start..(index + 1)];
                start = index + 1;
            }
        }

        if (start < text.Length)
            yield return text[start..];
    }

    /// <summary>Between the parts of a name or an address, but in no number, year or date.</summary>
    private static bool MayBreakAfter(string text, int index) =>
        text[index] is '-' or '–' or '/' or '@' && index > 0 && index + 1 < text.Length && char.IsLetter(text[index - 1]) && char.IsLetter(text[index + 1]);

    /// <summary>Without what no glyph of a file that is kept may stand for: controls and marks of byte order (ISO 19005-2, 6.2.11.7).</summary>
    private static string Clean(string text)
    {
        var whole = Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(text));
        var normal = whole.ReplaceLineEndings("\n").Replace('\t', ' ').Normalize(NormalizationForm.FormC);
        return string.Concat(normal.Where(letter => letter == '\n' || !(char.IsControl(letter) || letter is '\uFEFF' or '\uFFFE')));
    }
}
