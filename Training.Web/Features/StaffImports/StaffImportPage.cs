using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Imports;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.StaffImports;

/// <summary>What a list would do, row by row: the refused and doubtful ones with their cells to correct, the others to look through.</summary>
public sealed record StaffImportPage(
    PreviewStaffList.Preview Preview,
    IReadOnlyList<StaffImportPage.OddRow> Refused,
    IReadOnlyList<StaffImportPage.OddRow> Doubtful,
    ILookup<RowVerdict, StaffImportPage.Line> Lines,
    IReadOnlyDictionary<string, LocalizedText> Functions,
    RowVerdict? Show,
    WriteForm Form)
{
    private const int MaxShown = 50;

    // Each row brings fields to fill in; whoever has more corrects the workbook.
    private const int MaxToCorrect = 50;

    public Refusal? Refusal { get; init; }

    /// <summary>A row of which something is wrong or surprising, with the cells concerned.</summary>
    public sealed record OddRow(int Number, string Name, IReadOnlyList<OddCell> Cells);

    /// <param name="Column">The column as the product calls it, or nothing when the list has it beside those that are read.</param>
    public sealed record OddCell(int Index, string? Column, string Heading, string Value, Refusal Reason);

    public sealed record Line(int Number, string Name, string Function, string Fte, IReadOnlyList<string> Changes, int? SameAs);

    public bool IsOpen => Preview.Import.IsOpen;

    public int Good => Count(RowVerdict.Added) + Count(RowVerdict.Changed);

    public bool CanBeWritten => IsOpen && Preview.Report is not null && (Good > 0 || Preview.Leavers.Count > 0);

    public int Count(RowVerdict verdict) => Lines[verdict].Count();

    public IEnumerable<Line> Shown(RowVerdict verdict) => Show == verdict ? Lines[verdict] : Lines[verdict].Take(MaxShown);

    public bool ShowsAll(RowVerdict verdict) => Show == verdict || Count(verdict) <= MaxShown;

    public IEnumerable<OddRow> ToCorrect => Refused.Take(MaxToCorrect);

    public bool HasMoreToCorrect => Refused.Count > MaxToCorrect;

    /// <summary>The refused rows as the file had them, each with all its reasons.</summary>
    public IEnumerable<(IReadOnlyList<string> Cells, string Reason)> RefusedRows(Texts texts)
    {
        var rows = Preview.Table.Rows.ToDictionary(row => row.Line);
        return Refused.Select(row => (
            (IReadOnlyList<string>)[.. Preview.Table.Headings.Select((_, index) => Cell(rows[row.Number], index))],
            string.Join(" ", row.Cells.Select(cell => cell.Heading.Length > 0 ? $"{cell.Heading}: {texts.Of(cell.Reason)}" : texts.Of(cell.Reason)))));
    }

    public static async Task<StaffImportPage> FindAsync(TrainingDbContext db, PreviewStaffList.Preview preview, RowVerdict? show, DateOnly today, CancellationToken ct)
    {
        var functions = await db.StaffFunctions.AsNoTracking().OrderBy(f => f.Code).ToDictionaryAsync(f => f.Code, f => f.Label, ct);
        var rows = preview.Table.Rows.ToDictionary(row => row.Line);
        var duplicates = (preview.Report?.Duplicates ?? []).ToDictionary(note => note.Row, note => ((SameAsRow)note.Reason).FirstRow);
        var lines = (preview.Report?.Rows ?? []).Select(row => (row.Verdict, Line: new Line(
            row.Line, NameOf(preview, rows[row.Line]), CellOf(preview, rows[row.Line], "Function"), CellOf(preview, rows[row.Line], "Fte"), row.Changes,
            duplicates.TryGetValue(row.Line, out var first) ? first : null)));

        return new StaffImportPage(
            preview, OddRows(preview, preview.Report?.Refused ?? [], rows), OddRows(preview, preview.Report?.Warnings ?? [], rows),
            lines.ToLookup(row => row.Verdict, row => row.Line), functions, show, new WriteForm { LastDay = today });
    }

    private static List<OddRow> OddRows(PreviewStaffList.Preview preview, IEnumerable<ImportNote> notes, Dictionary<int, TableRow> rows) =>
        [.. notes.GroupBy(note => note.Row).Select(row => new OddRow(
            row.Key, NameOf(preview, rows[row.Key]),
            [.. row.SelectMany(note => CellsOf(preview, note, rows[row.Key]))]))];

    // A row that is too short has no cell to blame: all of them are shown.
    private static IEnumerable<OddCell> CellsOf(PreviewStaffList.Preview preview, ImportNote note, TableRow row)
    {
        if (note.Reason is RowTooShort)
            return PreviewStaffList.Columns.Where(column => preview.Columns.IndexOf(column.Name) is not null)
                .Select(column => Odd(preview, preview.Columns.IndexOf(column.Name)!.Value, row, note.Reason));

        var index = preview.Table.Headings.Index().FirstOrDefault(heading => heading.Item == note.Column, (Index: -1, Item: "")).Index;
        return index < 0 ? [] : [Odd(preview, index, row, note.Reason)];
    }

    private static OddCell Odd(PreviewStaffList.Preview preview, int index, TableRow row, Refusal reason) => new(
        index, PreviewStaffList.Columns.FirstOrDefault(column => preview.Columns.IndexOf(column.Name) == index)?.Name,
        preview.Table.Headings[index], Cell(row, index), reason);

    private static string NameOf(PreviewStaffList.Preview preview, TableRow row) =>
        $"{CellOf(preview, row, "FirstName")} {CellOf(preview, row, "LastName")}".Trim();

    private static string CellOf(PreviewStaffList.Preview preview, TableRow row, string column) => preview.Columns.IndexOf(column) is { } index ? Cell(row, index) : "";

    private static string Cell(TableRow row, int index) =>
        index < row.Cells.Count && row.Cells[index] != NationalNumberDetector.Removed ? row.Cells[index].Trim() : "";
}
