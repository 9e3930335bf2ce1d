using Training.Domain;
using Training.Reports.StaffTime;

namespace Training.Reports.Reporting;

/// <summary>The rows are people, each with a name and an employer: there is nothing to publish.</summary>
public sealed record NoPublicVersion : Refusal;

/// <summary>Two public versions, one of which is narrowed, would tell by their difference what each of them hides.</summary>
public sealed record PublicVersionIsOfAll : Refusal;

/// <summary>A report was asked for that may not be published.</summary>
public sealed class NotPublishedException(Refusal refusal) : Exception($"Not published: {refusal.GetType().Name}.");

/// <summary>What a report takes beside its period: by what it is narrowed and divided, and whether the public may see it.</summary>
public sealed record ReportLayout
{
    private static readonly ReportLayout Usual = new();

    private static readonly Dictionary<string, ReportLayout> Others = new()
    {
        ["r3"] = new() { UsualFunder = "safe.brussels" },
        ["r4"] = new() { TakesGrant = true },
        ["r5"] = new() { Dimensions = Dimension.All, Compares = true },
        ["r6"] = new() { HasPublicVersion = false },
        ["r8"] = new() { Dimensions = Dimension.WithNames },
        ["r9"] = new() { TakesGrant = true },
        [StaffTimeQuery.Id] = new() { HasPublicVersion = false },
    };

    /// <summary>Of which funder it tells when none is asked for; of all where nothing is said.</summary>
    public string? UsualFunder { get; private init; }

    public bool TakesGrant { get; private init; }

    /// <summary>Puts another period beside its own.</summary>
    public bool Compares { get; private init; }

    /// <summary>Its rows, its columns and what it can be narrowed to; none where it has one layout.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; private init; } = [];

    public bool HasPublicVersion { get; private init; } = true;

    public static ReportLayout Of(string report) => Others.GetValueOrDefault(report, Usual);

    /// <summary>What is asked, without what the report would not heed.</summary>
    public ReportQuestion Fit(ReportQuestion asked) => asked with
    {
        Grant = TakesGrant ? asked.Grant : null,
        Rows = Find(asked.Rows),
        Columns = Find(asked.Columns),
        Only = Dimensions.Count > 0 ? asked.Only : null,
        CompareFrom = Compares ? asked.CompareFrom : null,
    };

    /// <summary>Why what is asked cannot be published; nothing where it can, or need not.</summary>
    public Refusal? RefusalOf(ReportQuestion asked) => asked switch
    {
        { IsPublished: false } => null,
        _ when !HasPublicVersion => new NoPublicVersion(),
        { Organisation: null, Theme: null, Only: null } => null,
        _ => new PublicVersionIsOfAll(),
    };

    private string? Find(string? key) => Dimensions.FirstOrDefault(dimension => dimension.Key == key)?.Key;
}
