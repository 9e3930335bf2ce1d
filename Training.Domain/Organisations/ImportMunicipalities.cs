using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Imports;
using Training.Domain.Persistence;

namespace Training.Domain.Organisations;

public sealed class ImportMunicipalities(TrainingDbContext db)
{
    public sealed record Request(Stream File, ImportMode Mode);

    public async Task<Outcome<ImportReport>> HandleAsync(Request request, CancellationToken ct)
    {
        var known = await db.Municipalities.ToDictionaryAsync(m => m.Nis, ct);
        return await ImportTable.RunAsync(db, request.File, request.Mode, [new("nis"), new("name_fr"), new("name_nl"), new("postal_codes"), new("impulsion_local")], (row, report) =>
        {
            var nis = row.Text("nis", Municipality.NisLength);
            var name = new LocalizedText(row.Text("name_fr", 100), row.Text("name_nl", 100));
            var postal = row.Text("postal_codes", 100);
            var local = row.Code("impulsion_local", ImportTable.YesNo, false);
            if (!row.IsGood)
                return;

            if (known.TryGetValue(nis, out var municipality))
            {
                report.CountChanged(municipality.Restate(name, postal, local));
                return;
            }

            db.Add(known[nis] = new Municipality(nis, name, postal, local));
            report.CountAdded();
        }, ct);
    }
}
