using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Training.Domain.ChangeRecords;
using Training.Domain.People;

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
/// What was known in a run of people (name, sex, year of birth, function, employer), sessions (seats, room) and grants (title, amount) when it was
/// made. Figures come from the facts, these from here: a later change of a file does not change what was reported.
/// </summary>
public sealed class ReportRunTraits
{
    private ReportRunTraits() => Content = [];

    private ReportRunTraits(int runNumber, byte[] content) => (RunNumber, Content) = (runNumber, content);

    public int RunNumber { get; private set; }

    /// <summary>
    /// JSON, compressed. Its <c>People</c> is an object by the id of each enrolment or employment, with <c>Person</c>, <c>Name</c> and <c>SortName</c> among
    /// its members.
    /// </summary>
    public byte[] Content { get; private set; }

    public static ReportRunTraits Of<T>(int runNumber, T traits) => new(runNumber, Packed(stream => JsonSerializer.Serialize(stream, traits)));

    public T Read<T>() => Parsed().Deserialize<T>()!;

    /// <summary>Puts a code in the place of somebody's name. What the run counts stays as it was.</summary>
    public void Forget(PersonId person)
    {
        var all = Parsed();
        var theirs = all["People"]!.AsObject().Select(entry => entry.Value!.AsObject()).Where(one => one["Person"]!.GetValue<Guid>() == person.Value).ToList();
        if (theirs.Count == 0)
            return;

        foreach (var one in theirs)
            (one["Name"], one["SortName"]) = (Digest.CodeOf("report-run", person.Value.ToString()), null);
        Content = Packed(stream => JsonSerializer.Serialize(stream, all));
    }

    // The first runs kept people alone, and no name for them.
    private JsonObject Parsed()
    {
        using var json = new GZipStream(new MemoryStream(Content), CompressionMode.Decompress);
        var all = JsonNode.Parse(json)!.AsObject();
        return all.ContainsKey("People") ? all : new JsonObject { ["People"] = all };
    }

    private static byte[] Packed(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        using (var zip = new GZipStream(stream, CompressionLevel.Optimal))
            write(zip);
        return stream.ToArray();
    }
}
