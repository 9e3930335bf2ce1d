using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Graphics.Operations.TextState;
using UglyToad.PdfPig.Tokens;

namespace Training.Tests.Reports.Pdf.Archive;

/// <summary>6.2.11: every glyph that is shown is in the file, as wide as it says, and stands for a text.</summary>
internal static partial class FontRules
{
    public static IEnumerable<string> Broken(PdfDocument document)
    {
        var fonts = new Dictionary<DictionaryToken, ReadFont>();
        foreach (var page in document.GetPages())
        {
            foreach (var (name, glyph, hasText) in ShownOn(page))
            {
                var font = FontOf(document, page, name);
                if (!fonts.TryGetValue(font, out var known))
                    fonts[font] = known = new ReadFont(document, font);
                foreach (var broken in BrokenBy(known, glyph, hasText))
                    yield return broken;
            }
        }

        foreach (var broken in fonts.Values.SelectMany(font => font.Broken()))
            yield return broken;
    }

    private static IEnumerable<string> BrokenBy(ReadFont font, int glyph, bool hasText)
    {
        if (glyph == 0)
            yield return "6.2.11.8: the glyph of what is missing is shown";
        if (font.Program is not { } program || glyph >= program.GlyphCount)
        {
            yield return $"6.2.11.4: glyph {glyph} is not in the file";
            yield break;
        }

        if (!font.Widths.TryGetValue(glyph, out var width) || Math.Abs(width - program.WidthOf(glyph)) > 1)
            yield return $"6.2.11.5: glyph {glyph} is not as wide as the file says";
        if (!font.Texts.TryGetValue(glyph, out var text))
            yield return $"6.2.11.7: glyph {glyph} stands for no text";
        else if (text.Any(letter => letter is '\0' or '\uFEFF' or '\uFFFE'))
            yield return $"6.2.11.7: glyph {glyph} stands for what is no letter";
        else if (!hasText && text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse))
            yield return $"6.2.11.7: glyph {glyph} stands for a letter of its typeface's own";
        else if (text.EnumerateRunes().Any(Rune.IsLetterOrDigit) && !program.Draws(glyph))
            yield return $"6.2.11.4: glyph {glyph}, for {text}, is not drawn";
    }

    /// <summary>Each glyph in the order in which it is drawn, with its font and whether its text is said beside it.</summary>
    private static IEnumerable<(string Font, int Glyph, bool HasText)> ShownOn(Page page)
    {
        var font = "";
        var marks = new Stack<bool>();
        foreach (var operation in page.Operations)
        {
            switch (operation)
            {
                case SetFontAndSize set:
                    font = set.Font.Data;
                    break;
                case BeginMarkedContentWithProperties begin:
                    marks.Push(begin.Properties?.Data.ContainsKey("ActualText") ?? false);
                    break;
                case BeginMarkedContent:
                    marks.Push(false);
                    break;
                case EndMarkedContent:
                    marks.Pop();
                    break;
                case ShowTextsWithPositioning show:
                    foreach (var text in show.Array.OfType<HexToken>())
                    {
                        for (var place = 0; place < text.Bytes.Length; place += 2)
                            yield return (font, text.Bytes[place] << 8 | text.Bytes[place + 1], marks.Contains(true));
                    }

                    break;
            }
        }
    }

    private static DictionaryToken FontOf(PdfDocument document, Page page, string name)
    {
        var resources = (DictionaryToken)document.Find(page.Dictionary, "Resources")!;
        return (DictionaryToken)document.Find((DictionaryToken)document.Find(resources, "Font")!, name)!;
    }

    private sealed partial class ReadFont
    {
        private readonly DictionaryToken font;
        private readonly DictionaryToken descendant;
        private readonly StreamToken? file;

        public ReadFont(PdfDocument document, DictionaryToken font)
        {
            this.font = font;
            descendant = (DictionaryToken)document.Resolve(((ArrayToken)document.Find(font, "DescendantFonts")!).Data.Single());
            file = document.Find((DictionaryToken)document.Find(descendant, "FontDescriptor")!, "FontFile2") as StreamToken;
            Program = file is null ? null : new FontProgram(file.Content());
            Widths = ReadWidths((ArrayToken)document.Find(descendant, "W")!);
            Texts = document.Find(font, "ToUnicode") is StreamToken map ? ReadTexts(Encoding.ASCII.GetString(map.Content())) : [];
        }

        public FontProgram? Program { get; }

        public Dictionary<int, double> Widths { get; }

        public Dictionary<int, string> Texts { get; }

        public IEnumerable<string> Broken()
        {
            if (font.Name("Type") != "Font" || font.Name("Subtype") != "Type0" || font.Name("Encoding") != "Identity-H")
                yield return "6.2.11.2: a font is of a kind that nobody has looked at";
            if (descendant.Name("Subtype") != "CIDFontType2" || descendant.Name("CIDToGIDMap") != "Identity")
                yield return "6.2.11.3: it is not said which glyph a number is";
            if (file is not null && ((NumericToken)file.StreamDictionary.Data["Length1"]).Int != file.Content().Length)
                yield return "6.2.11.2: a font is not as long as it says";
        }

        /// <summary>As our writer puts them: a glyph and the list of its one width.</summary>
        private static Dictionary<int, double> ReadWidths(ArrayToken widths) => widths.Data.Chunk(2)
            .ToDictionary(pair => ((NumericToken)pair[0]).Int, pair => ((NumericToken)((ArrayToken)pair[1]).Data.Single()).Double);

        private static Dictionary<int, string> ReadTexts(string map) => Line().Matches(map).ToDictionary(
            line => int.Parse(line.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            line => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(line.Groups[2].Value)));

        [GeneratedRegex("^<([0-9A-F]{4})><([0-9A-F]+)>$", RegexOptions.Multiline)]
        private static partial Regex Line();
    }
}
