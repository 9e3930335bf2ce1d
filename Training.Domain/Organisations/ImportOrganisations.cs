using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Imports;
using Training.Domain.Persistence;

namespace Training.Domain.Organisations;

public sealed class ImportOrganisations(TrainingDbContext db)
{
    private static readonly Column[] Columns =
    [
        new("code"), new("type"), new("name_fr"), new("name_nl"), new("kbo", "bce", "kbo/bce"), new("nis"), new("language_regime"), new("sector"), new("average_fte"),
    ];

    private static readonly Dictionary<string, OrganisationType> Types = new()
    {
        ["association"] = OrganisationType.Association,
        ["municipality"] = OrganisationType.Municipality,
        ["cpas"] = OrganisationType.Cpas,
        ["police"] = OrganisationType.PoliceZone,
        ["regional"] = OrganisationType.RegionalBody,
        ["social-housing"] = OrganisationType.SocialHousing,
        ["school"] = OrganisationType.School,
        ["other"] = OrganisationType.Other,
    };

    private static readonly Dictionary<string, LanguageRegime> Regimes = new()
    {
        ["fr"] = LanguageRegime.Fr,
        ["nl"] = LanguageRegime.Nl,
        ["bilingual"] = LanguageRegime.Bilingual,
    };

    public sealed record Request(Stream File, ImportMode Mode);

    public async Task<Outcome<ImportReport>> HandleAsync(Request request, CancellationToken ct)
    {
        var stored = await db.Organisations.ToDictionaryAsync(o => o.Code, ct);
        var municipalities = await db.Municipalities.Select(m => m.Nis).ToHashSetAsync(ct);
        var sectors = await db.Sectors.Select(s => s.Code).ToHashSetAsync(ct);
        return await ImportTable.RunAsync(db, request.File, request.Mode, Columns, (row, report) =>
        {
            var code = row.Text("code", Organisation.CodeMaxLength);
            var facts = new OrganisationFacts(
                row.Code("type", Types, OrganisationType.Other),
                new LocalizedText(row.Text("name_fr", Organisation.NameMaxLength), row.Text("name_nl", Organisation.NameMaxLength)),
                Number(row),
                row.Known("nis", municipalities),
                row.Code("language_regime", Regimes, LanguageRegime.Bilingual),
                row.Known("sector", sectors),
                row.OptionalNumber("average_fte"));
            if (!row.IsGood)
                return;

            if (stored.TryGetValue(code, out var organisation))
            {
                // What the file has no column for stays as it is.
                var known = organisation.Facts;
                report.CountChanged(organisation.Restate(facts with
                {
                    AverageFteFrom = known.AverageFteFrom,
                    AverageFteTo = known.AverageFteTo,
                    JointCommittee = known.JointCommittee,
                }));
                return;
            }

            db.Add(stored[code] = new Organisation(code, facts));
            report.CountAdded();
        }, ct);
    }

    private static EnterpriseNumber? Number(RowReader row) =>
        row.Raw("kbo").Length == 0 || EnterpriseNumber.TryParse(row.Raw("kbo"), out _)
            ? EnterpriseNumber.TryParse(row.Raw("kbo"), out var number) ? number : null
            : row.Note<EnterpriseNumber?>("kbo", new NotAnEnterpriseNumber(row.Raw("kbo")), null);
}
