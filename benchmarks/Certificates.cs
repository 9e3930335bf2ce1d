using System.Diagnostics;
using Training.Domain.Certificates;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Reports.Certificates;
using Training.Reports.Pdf;
using Training.Reports.Words;

namespace Training.Benchmarks;

/// <summary>What the layout, the links and the QR code of a certificate cost beyond its text on a plain page.</summary>
internal static class Certificates
{
    private const int Count = 500;
    private const int BatchSize = 50;

    private static readonly DateOnly IssuedOn = new(2026, 11, 24);
    private static readonly DateTimeOffset IssuedAt = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    public static readonly Letterhead School = new("École régionale d'administration publique", "L'École régionale d'administration publique", "Bruxelles", new Uri("https://training.school.example/verify/"));

    public static Task<IReadOnlyList<Figure>> MeasureAsync(CancellationToken ct)
    {
        Certificate[] certificates = [.. Enumerable.Range(1, Count).Select(Make)];
        var (paper, plain) = (new Output(certificate => CertificatePdf.Write(new CertificateSheet(certificate, PaperKind.Original, certificate.Language, IssuedOn, IssuedOn), School)), new Output(WritePlain));

        // Once over everything, unmeasured, then in turns.
        foreach (var output in new[] { paper, plain })
            output.Add(certificates);
        paper.Reset();
        plain.Reset();
        foreach (var batch in certificates.Chunk(BatchSize))
        {
            ct.ThrowIfCancellationRequested();
            paper.Add(batch);
            plain.Add(batch);
        }

        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new("certificates", paper.PerSecond, "PDF/s", plain.PerSecond),
            new("certificate-size", paper.MeanKilobytes, "kB", plain.MeanKilobytes),
        ]);
    }

    private static Certificate Make(int sequence)
    {
        var (name, language) = ($"Aline Peeters-{sequence}", sequence % 2 == 0 ? CorrespondenceLanguage.Fr : CorrespondenceLanguage.Nl);
        var content = new CertificateContent(
            name, $"Peeters-{sequence}", "A. P.", $"Prévention et médiation de quartier, module {sequence}", $"Preventie en buurtbemiddeling, module {sequence}",
            $"S-{sequence:0000}", IssuedOn.AddDays(-sequence), IssuedOn.AddDays(1 - sequence), "Salle Europe", 720 - sequence % 60, 720, 0, 0);
        return new Certificate(EnrolmentId.New(), CertificateKind.Participation, "", new("SCHOOL", 2026, sequence), VerificationCode.Make(), language, content, "benchmark", IssuedAt);
    }

    private static byte[] WritePlain(Certificate certificate)
    {
        var words = Wording.In(certificate.Language == CorrespondenceLanguage.Nl ? "nl" : "fr");
        var content = certificate.Content;
        return PdfDocument.Create(words["Certificate_Title_Participation"], words.Culture.Name, certificate.IssuedAt, document =>
            document.Page(PageSize.A4Landscape, page => page.Content(body =>
            {
                body.Text(School.School);
                body.Text(words["Certificate_Title_Participation"]);
                body.Text(words["Certificate_Certifies", School.Certifier]);
                body.Text(content.PersonName);
                body.Text(words["Certificate_Did_Participation", Wording.Minutes(content.AttendedMinutes), Wording.Minutes(content.ScheduledMinutes)]);
                body.Text(content.TitleIn(certificate.Language));
                body.Text(words["Certificate_OnDays", words.Date(content.FirstDay), words.Date(content.LastDay), content.Venue]);
                body.Text(words["Certificate_Delivered"]);
                body.Text(words["Certificate_Session", content.SessionCode]);
                body.Text(words["Certificate_DrawnUp", School.Address, words.Date(IssuedOn)]);
                body.Text(words["Certificate_Number", certificate.Number]);
                body.Text(School.Address);
                body.Text(words["Certificate_Signature"]);
                body.Text(certificate.VerificationCode);
                body.Text(words["Certificate_Check"]);
                body.Text(words["Page_Number", 1, 1]);
            })));
    }

    /// <summary>One way to write, with what it has written and how long that took.</summary>
    private sealed class Output(Func<Certificate, byte[]> write)
    {
        private readonly Stopwatch _time = new();
        private int _files;
        private long _bytes;

        public double PerSecond => _files / _time.Elapsed.TotalSeconds;

        public double MeanKilobytes => _bytes / 1000.0 / _files;

        public void Add(Certificate[] certificates)
        {
            _time.Start();
            foreach (var certificate in certificates)
                _bytes += write(certificate).Length;
            _time.Stop();
            _files += certificates.Length;
        }

        public void Reset()
        {
            _time.Reset();
            (_files, _bytes) = (0, 0);
        }
    }
}
