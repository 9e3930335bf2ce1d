using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Training.Benchmarks;

internal static class Printer
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static string Json(IReadOnlyList<Figure> figures) => JsonSerializer.Serialize(
        figures.Select(figure => new Dictionary<string, object?>(figure.Facts.Select(fact => KeyValuePair.Create(fact.Key, (object?)fact.Value)))
        {
            ["name"] = figure.Name,
            ["value"] = Rounded(figure.Value),
            ["unit"] = figure.Unit,
            ["baseline"] = Rounded(figure.Baseline),
            ["ratio"] = Rounded(figure.Ratio),
        }.Where(entry => entry.Value is not null).ToDictionary()),
        Options);

    public static string Table(Benchmark benchmark, IReadOnlyList<Figure> figures)
    {
        var width = figures.Max(figure => figure.Name.Length);
        var lines = figures.Select(figure => Line(width, figure.Name, Shown(figure.Value), figure.Unit, Shown(figure.Baseline), Shown(figure.Ratio))
            + string.Concat(figure.Facts.Select(fact => $"  {fact.Key} {fact.Value}")));
        return string.Join('\n', [benchmark.Description, "", Line(width, "name", "value", "unit", "baseline", "ratio"), .. lines]);
    }

    private static string Line(int width, string name, string value, string unit, string baseline, string ratio) =>
        $"{name.PadRight(width)}  {value,10}  {unit,-10}  {baseline,10}  {ratio,8}".TrimEnd();

    private static string Shown(double? number) => Rounded(number)?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    // Two runs have no more digits than these in common.
    private static double? Rounded(double? number) => number switch
    {
        null => null,
        { } n when Math.Abs(n) >= 100 => Math.Round(n),
        { } n when Math.Abs(n) >= 10 => Math.Round(n, 1),
        { } n when Math.Abs(n) >= 1 => Math.Round(n, 2),
        { } n => Math.Round(n, 4),
    };
}
