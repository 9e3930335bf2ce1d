using Microsoft.EntityFrameworkCore;
using Training.Domain.Funding;
using Training.Domain.Persistence;

namespace Training.Web.Features.Funders;

/// <summary>Who gives money, and under which programmes.</summary>
/// <param name="Refused">What was typed and is refused, and where the form stands: its path after <c>funding/</c>.</param>
public sealed record FundersPage(IReadOnlyList<Funder> Funders, ILookup<string, Programme> Programmes, (string Path, FunderForm Form)? Refused)
{
    /// <summary>The form at a path: with what was typed, or with what is known.</summary>
    public FunderFields Fields(string path, Training.Domain.Courses.LocalizedText? known) => Refused is { } refused && refused.Path == path
        ? new(path, known is null, refused.Form, IsRefused: true, Funders)
        : new(path, known is null, new FunderForm { NameFr = known?.Fr, NameNl = known?.Nl, NameEn = known?.En }, IsRefused: false, Funders);

    public static async Task<FundersPage> FindAsync(TrainingDbContext db, (string Path, FunderForm Form)? refused, CancellationToken ct) => new(
        await db.Funders.AsNoTracking().OrderBy(f => f.Code).ToListAsync(ct),
        (await db.Programmes.AsNoTracking().OrderBy(p => p.Code).ToListAsync(ct)).ToLookup(p => p.FunderCode),
        refused);
}

/// <summary>One form of the page.</summary>
public sealed record FunderFields(string Path, bool IsNew, FunderForm Form, bool IsRefused, IReadOnlyList<Funder> Funders)
{
    public const string NewFunder = "funders";
    public const string NewProgramme = "programmes";

    public string Id => Path.Replace('/', '-').Replace('.', '-');
}
