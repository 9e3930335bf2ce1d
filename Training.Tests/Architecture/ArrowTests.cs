using Shouldly;
using Xunit;

namespace Training.Tests.Architecture;

/// <summary>The arrows in docs/architecture.md, as tests.</summary>
public class ArrowTests
{
    [Fact]
    public void The_domain_knows_nothing_of_the_web_the_scheduler_or_the_reports() =>
        ReferencesOf(ProductTypes.Domain, "Microsoft.AspNetCore", "Quartz", "Training.", "ClosedXML", "HarfBuzzSharp", "MailKit").ShouldBeEmpty();

    [Fact]
    public void The_domain_knows_neither_of_the_two_databases() =>
        ReferencesOf(ProductTypes.Domain, "Npgsql", "Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite").ShouldBeEmpty();

    [Fact]
    public void Reports_know_nothing_of_the_web() =>
        ReferencesOf(ProductTypes.Reports, "Microsoft.AspNetCore", "Training.Web", "Training.Migrations").ShouldBeEmpty();

    [Fact]
    public void Entities_values_and_refusals_know_nothing_of_the_database() =>
        Touching(
            [.. ProductTypes.Entities, .. ProductTypes.Values, .. ProductTypes.Refusals],
            "Microsoft.EntityFrameworkCore", "Training.Domain.Persistence").ShouldBeEmpty();

    [Fact]
    public void Only_persistence_knows_how_a_type_becomes_a_column() =>
        Touching(
            ProductTypes.HandWritten.Where(type => type.Namespace?.StartsWith("Training.Domain.Persistence", StringComparison.Ordinal) == false),
            "Microsoft.EntityFrameworkCore.Metadata.Builders", "Microsoft.EntityFrameworkCore.ModelBuilder").ShouldBeEmpty();

    [Fact]
    public void Writers_of_paper_and_workbooks_know_neither_the_database_nor_the_time() =>
        Touching(
            ProductTypes.Reports.GetTypes().Where(IsWriter),
            "Training.Domain.Persistence", "Microsoft.EntityFrameworkCore", "Training.Domain.Time.OfficeClock", "System.TimeProvider").ShouldBeEmpty();

    [Fact]
    public void The_pdf_writer_knows_nothing_of_training() =>
        Touching(
            ProductTypes.Reports.GetTypes().Where(type => type.Namespace?.StartsWith("Training.Reports.Pdf", StringComparison.Ordinal) == true),
            "Training.Domain").ShouldBeEmpty();

    [Fact]
    public void A_feature_never_uses_the_forms_or_pages_of_another()
    {
        var strangers =
            from type in ProductTypes.HandWritten
            let feature = FeatureOf(type.FullName!)
            where feature is not (null or "Shared")
            from touched in ProductTypes.TouchedBy(type)
            where FeatureOf(touched) is { } other && other != feature && other != "Shared"
            where touched.Split('+')[0].EndsWith("Form", StringComparison.Ordinal)
                || touched.Split('+')[0].EndsWith("Page", StringComparison.Ordinal)
                || touched.Split('+')[0].EndsWith("List", StringComparison.Ordinal)
            select $"{type.FullName} uses {touched}";

        strangers.ShouldBeEmpty();
    }

    private static IEnumerable<string> ReferencesOf(System.Reflection.Assembly assembly, params string[] forbidden) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => forbidden.Any(start => name.StartsWith(start, StringComparison.Ordinal)));

    private static IEnumerable<string> Touching(IEnumerable<Type> types, params string[] forbidden) =>
        from type in types
        from touched in ProductTypes.TouchedBy(type)
        where forbidden.Any(start => touched.StartsWith(start, StringComparison.Ordinal))
        select $"{type.FullName} uses {touched}";

    private static bool IsWriter(Type type) =>
        type.Namespace is { } place && (place.StartsWith("Training.Reports.Pdf", StringComparison.Ordinal) || place.StartsWith("Training.Reports.Excel", StringComparison.Ordinal))
        || type.Name.EndsWith("Pdf", StringComparison.Ordinal)
        || type.Name.EndsWith("Excel", StringComparison.Ordinal)
        || type.Name.EndsWith("Csv", StringComparison.Ordinal);

    private static string? FeatureOf(string fullName) =>
        fullName.Split('.') is ["Training", "Web", "Features", var feature, _, ..] ? feature : null;
}
