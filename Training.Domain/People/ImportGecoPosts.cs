using Microsoft.EntityFrameworkCore;
using Training.Domain.Imports;
using Training.Domain.Persistence;

namespace Training.Domain.People;

/// <summary>
/// Reads subsidised posts with what is agreed on them and who holds or held them, a row for each holder or for an empty post. Holding is
/// written where it belongs, in the employments; a row never makes a person or an employment. Reading a file again adds nothing.
/// </summary>
public sealed class ImportGecoPosts(TrainingDbContext db)
{
    private static readonly Column Employer = new("Organisation", "Organisation", "Organisatie");

    private static readonly Column[] Own =
    [
        new("Post", "Poste ACS", "Geco-post", "GECO post", "Poste", "Post"),
        new("Agreement", "Convention", "Overeenkomst", "Agreement"),
        new("RequiredLevel", "Niveau requis", "Vereist niveau", "Required level"),
        new("Fte", "ETP", "VTE", "FTE"),
        new("Premium", "Prime", "Premie", "Premium") { IsOptional = true },
        new("OpenedOn", "Ouvert le", "Geopend op", "Opened on") { IsOptional = true },
        new("ClosedOn", "Fermé le", "Gesloten op", "Closed on") { IsOptional = true },
        new("Holder", "Titulaire", "Bekleder", "Holder") { IsOptional = true },
        new("From", "Occupé depuis", "Bezet sinds", "Held from") { IsOptional = true },
        new("To", "Occupé jusqu'au", "Bezet tot", "Held until") { IsOptional = true },
    ];

    /// <param name="OrganisationCode">The one employer that the file is about; without it a column says whose each post is.</param>
    public sealed record Request(Stream File, string? OrganisationCode, ImportMode Mode);

    private sealed record Row(string Organisation, string Reference, GecoPostFacts Facts, string? Holder, DateOnly From, DateOnly? To);

    public async Task<Outcome<ImportReport>> HandleAsync(Request request, CancellationToken ct)
    {
        var employers = await db.Organisations.AsNoTracking()
            .Where(o => request.OrganisationCode == null || o.Code == request.OrganisationCode).ToDictionaryAsync(o => o.Code, ct);
        if (request.OrganisationCode is { } code && employers.Count == 0)
            return new UnknownCode(code);

        var codes = employers.Keys.ToHashSet();
        var known = await KnownPosts.OfAsync(db, [.. employers.Values.Select(o => o.Id)], ct);
        Column[] columns = [Employer with { IsOptional = request.OrganisationCode is not null }, .. Own];
        var seen = new Dictionary<Row, int>();
        return await ImportTable.RunAsync(db, request.File, request.Mode, columns, (row, report) =>
        {
            if (Read(row, request.OrganisationCode, codes) is not { } read)
                return;
            if (!seen.TryAdd(read, row.Line))
                report.Duplicate(row.Line, seen[read]);
            else
                known.Keep(row, employers[read.Organisation], read.Reference, read.Facts, read.Holder is { } holder ? new(holder, read.From, read.To) : null, report);
        }, ct);
    }

    private static Row? Read(RowReader row, string? onlyEmployer, HashSet<string> employers)
    {
        var organisation = onlyEmployer is not null && row.Raw(Employer.Name).Length == 0 ? onlyEmployer : row.Known(Employer.Name, employers);
        var facts = new GecoPostFacts(
            row.Whole("RequiredLevel", 1, 5), row.Fraction("Fte"),
            Optional(row.Text("Agreement", GecoPost.TextMaxLength)), Optional(row.Text("Premium", GecoPost.TextMaxLength, required: false)),
            OptionalDate(row, "OpenedOn"), OptionalDate(row, "ClosedOn"));
        if (facts.ClosedOn < facts.OpenedOn)
            row.Note("ClosedOn", new EndBeforeStart(facts.OpenedOn!.Value), 0);

        var holder = row.OptionalEmail("Holder", Person.EmailMaxLength);
        var (from, to) = holder is null ? (DateOnly.MinValue, null) : (row.Date("From"), OptionalDate(row, "To"));
        if (to < from)
            row.Note("To", new EndBeforeStart(from), 0);
        var read = new Row(organisation, row.Text("Post", GecoPost.ReferenceMaxLength), facts, holder, from, to);
        return row.IsGood ? read : null;
    }

    private static string? Optional(string text) => text.Length > 0 ? text : null;

    private static DateOnly? OptionalDate(RowReader row, string column) => row.Raw(column).Length == 0 ? null : row.Date(column);
}
