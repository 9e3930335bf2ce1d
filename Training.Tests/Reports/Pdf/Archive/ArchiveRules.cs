using UglyToad.PdfPig;

namespace Training.Tests.Reports.Pdf.Archive;

/// <summary>
/// What ISO 19005-2 (PDF/A-2, level A) asks of a file, as far as a program can see it, read with a library that did not write the file. It is strict:
/// what no paper of ours contains is reported too, because nobody has looked whether it may be there.
/// </summary>
internal static class ArchiveRules
{
    /// <summary>The clauses that the file breaks, each with what is wrong.</summary>
    public static IReadOnlyList<string> BrokenBy(byte[] file)
    {
        using var document = PdfDocument.Open(file);
        return [.. FileRules.Broken(file, document)
            .Concat(ObjectRules.Broken(document))
            .Concat(ColourRules.Broken(document))
            .Concat(FontRules.Broken(document))
            .Concat(TagRules.Broken(document))
            .Concat(MetadataRules.Broken(document)).Distinct()];
    }
}
