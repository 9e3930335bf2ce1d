using Training.Domain.People;
using Training.Reports.Pdf;
using Training.Reports.Words;

namespace Training.Reports.OwnFiles;

/// <summary>The file on paper, in the language of whoever reads it.</summary>
public static class OwnFilePdf
{
    /// <param name="say">Words a choice (a status, a category) as the pages of the product do.</param>
    public static byte[] Write(OwnFile file, Wording words, string school, Func<Enum, string> say) =>
        PdfDocument.Create($"{words["OwnFile_Title"]} – {file.Facts.FirstName} {file.Facts.LastName}", words.Culture.Name, file.MadeAt, document => document.Page(PageSize.A4, page =>
        {
            page.Margin = 44;
            page.Header(header =>
            {
                header.Text(school, style: TextStyle.Quiet);
                header.Text(words["OwnFile_Title"], Align.Right, TextStyle.Quiet);
            });
            page.Content(content => Compose(content, file, words, say));
            page.Footer(footer =>
            {
                footer.Text(words["OwnFile_MadeAt", words.Moment(file.MadeAt)], style: TextStyle.Quiet);
                footer.PageNumber((number, of) => words["Page_Number", number, of]);
            });
        }));

    private static void Compose(PdfContent content, OwnFile file, Wording words, Func<Enum, string> say)
    {
        var facts = file.Facts;
        content.Heading($"{facts.FirstName} {facts.LastName}");
        content.Text(words["OwnFile_Lead"]);
        content.Table(table => Fill(table, [words["OwnFile_What"], words["OwnFile_Known"]], [1, 2],
        [
            [words["OwnFile_Email"], facts.Email ?? "–"],
            [words["OwnFile_Telephone"], facts.Telephone is { } telephone ? TelephoneNumber.Shown(telephone) : "–"],
            [words["OwnFile_Language"], say(facts.Language)],
            [words["OwnFile_Gender"], say(facts.Gender)],
            [words["OwnFile_YearOfBirth"], facts.YearOfBirth?.ToString(words.Culture) ?? "–"],
            [words["OwnFile_Level"], facts.LevelHeld?.ToString(words.Culture) ?? "–"],
        ]));

        Section(content, words, "Employments", ["Employer", "Function", "Fte", "Post", "From", "To"], [3, 3, 1, 2, 2, 2], file.Employments.Select(work => (string[])
            [words.Of(work.Employer), words.Of(work.Function), words.Number(work.FteFraction), work.Post ?? "–", words.Date(work.Start), work.End is { } end ? words.Date(end) : "–"]));
        Section(content, words, "Trainings", ["Course", "Session", "From", "To", "Status"], [4, 2, 2, 2, 2], file.Trainings.Select(training => (string[])
            [words.Of(training.Course), training.SessionCode, training.FirstDay is { } first ? words.Date(first) : "–", training.LastDay is { } last ? words.Date(last) : "–", say(training.Status)]));
        Section(content, words, "Certificates", ["Number", "Course", "IssuedOn"], [2, 4, 2], file.Certificates.Select(certificate => (string[])
            [certificate.Number, words.Of(certificate.Course), words.Moment(certificate.IssuedAt)]));
        Section(content, words, "TimeRelease", ["Employer", "Year", "Granted", "Reserved", "Consumed"], [4, 1, 1, 1, 1], file.TimeRelease.Select(release => (string[])
            [words.Of(release.Employer), release.Year.ToString(words.Culture), Wording.Minutes(release.GrantedMinutes), Wording.Minutes(release.ReservedMinutes), Wording.Minutes(release.ConsumedMinutes)]));
        Section(content, words, "Requests", ["Asked", "On", "Status", "Answer"], [3, 2, 2, 3], file.Requests.Select(request => (string[])
            [$"{say(request.Kind)}: {request.Text}", words.Moment(request.AskedAt), say(request.Status), request.Answer ?? "–"]));
        Section(content, words, "Messages", ["Message", "Delivery", "On"], [4, 3, 2], file.Messages.Select(wanted => (string[])
            [say(wanted.Message), say(wanted.Delivery), words.Moment(wanted.Since)]));
        Section(content, words, "Readings", ["On", "By", "Part"], [2, 3, 2], file.Readings.Select(reading => (string[])
            [words.Moment(reading.At), reading.By, say(reading.Part)]));
    }

    private static void Section(PdfContent content, Wording words, string name, string[] columns, double[] shares, IEnumerable<string[]> rows)
    {
        content.Heading(words[$"OwnFile_{name}"], 2);
        var lines = rows.ToList();
        if (lines.Count == 0)
            content.Text(words["OwnFile_Nothing"], TextStyle.Quiet);
        else
            content.Table(table => Fill(table, [.. columns.Select(column => words[$"OwnFile_{column}"])], shares, lines));
    }

    private static void Fill(PdfTable table, IReadOnlyList<string> titles, double[] shares, IEnumerable<string[]> rows)
    {
        table.TextSize = 9;
        foreach (var (index, title) in titles.Index())
            table.Column(title, Width.Share(shares[index]), isRowHeader: index == 0);
        foreach (var row in rows)
            table.Row(row);
    }
}
