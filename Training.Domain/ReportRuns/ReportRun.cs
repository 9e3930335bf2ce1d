namespace Training.Domain.ReportRuns;

/// <summary>
/// A report that left the office: what was asked, as known at which instant, in which version of its layout, by whom, and the digest of
/// its figures. They can be worked out again from what was recorded up to then.
/// </summary>
public sealed class ReportRun
{
    public const int ReportMaxLength = 10;
    public const int QuestionMaxLength = 2000;
    public const int VersionMaxLength = 20;
    public const int DigestLength = 64;

    private ReportRun() => (Report, Question, TemplateVersion, Author, Digest) = ("", "", "", "", "");

    /// <param name="question">JSON of what was asked.</param>
    public ReportRun(string report, string question, DateTimeOffset cutOff, string templateVersion, string author, string digest, DateTimeOffset now) =>
        (Report, Question, CutOff, TemplateVersion, Author, Digest, RecordedAt) = (report, question, cutOff, templateVersion, author, digest, now);

    /// <summary>Given by the database, growing.</summary>
    public int Number { get; private set; }

    public string Report { get; private set; }

    public string Question { get; private set; }

    public DateTimeOffset CutOff { get; private set; }

    public string TemplateVersion { get; private set; }

    public string Author { get; private set; }

    public string Digest { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>
/// What was known of the people in a run (sex, year of birth, function, employer) when it was made. Figures come from the facts, these
/// from here: a later change of a file does not change what was reported. A purge may replace them by pseudonyms.
/// </summary>
public sealed class ReportRunTraits
{
    private ReportRunTraits() => Content = [];

    public ReportRunTraits(int runNumber, byte[] content) => (RunNumber, Content) = (runNumber, content);

    public int RunNumber { get; private set; }

    /// <summary>JSON, compressed.</summary>
    public byte[] Content { get; private set; }
}
