using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Imports;
using Training.Domain.Organisations;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Organisations;

/// <summary>What is known of an organisation, as people type it.</summary>
public sealed class OrganisationForm
{
    public string? NameFr { get; set; }

    public string? NameNl { get; set; }

    public OrganisationType Type { get; set; }

    public string? EnterpriseNumber { get; set; }

    public string? Nis { get; set; }

    public LanguageRegime LanguageRegime { get; set; }

    public string? Sector { get; set; }

    public string? AverageFte { get; set; }

    public DateOnly? AverageFteFrom { get; set; }

    public DateOnly? AverageFteTo { get; set; }

    public string? JointCommittee { get; set; }

    public OrganisationFacts ToFacts() => new(
        Type, new LocalizedText(NameFr!.Trim(), NameNl!.Trim()), Domain.Organisations.EnterpriseNumber.TryParse(EnterpriseNumber, out var number) ? number : null,
        string.IsNullOrEmpty(Nis) ? null : Nis, LanguageRegime, Sector!, Numbers.Typed(AverageFte), AverageFteFrom, AverageFteTo,
        string.IsNullOrWhiteSpace(JointCommittee) ? null : JointCommittee.Trim());

    public static OrganisationForm Of(OrganisationFacts facts) => new()
    {
        NameFr = facts.Name.Fr,
        NameNl = facts.Name.Nl,
        Type = facts.Type,
        EnterpriseNumber = facts.EnterpriseNumber?.ToString(),
        Nis = facts.Nis,
        LanguageRegime = facts.LanguageRegime,
        Sector = facts.SectorCode,
        AverageFte = facts.AverageFte is { } fte ? Show.Fraction(fte) : null,
        AverageFteFrom = facts.AverageFteFrom,
        AverageFteTo = facts.AverageFteTo,
        JointCommittee = facts.JointCommittee,
    };

    public void Check(ModelStateDictionary errors, Texts texts)
    {
        errors.Require(nameof(NameFr), NameFr, Organisation.NameMaxLength, texts);
        errors.Require(nameof(NameNl), NameNl, Organisation.NameMaxLength, texts);
        errors.Require(nameof(Sector), Sector, Domain.Organisations.Sector.CodeMaxLength, texts);
        errors.Limit(nameof(JointCommittee), JointCommittee, Organisation.JointCommitteeMaxLength, texts);
        if (!string.IsNullOrWhiteSpace(EnterpriseNumber) && !Domain.Organisations.EnterpriseNumber.TryParse(EnterpriseNumber, out _))
            errors.AddModelError(nameof(EnterpriseNumber), texts.Of(new NotAnEnterpriseNumber(EnterpriseNumber)));
        if (!string.IsNullOrWhiteSpace(AverageFte) && Numbers.Typed(AverageFte) is null)
            errors.AddModelError(nameof(AverageFte), texts.Of(new NotANumber(AverageFte)));
    }
}

/// <summary>The form with the lists from which it chooses.</summary>
public sealed record OrganisationEditPage(
    Organisation Organisation, OrganisationForm Form, Refusal? Refusal, IReadOnlyDictionary<string, LocalizedText> Municipalities, IReadOnlyDictionary<string, LocalizedText> Sectors)
{
    public static async Task<OrganisationEditPage> FindAsync(TrainingDbContext db, Organisation organisation, OrganisationForm form, Refusal? refusal, CancellationToken ct) => new(
        organisation, form, refusal,
        await db.Municipalities.AsNoTracking().OrderBy(m => m.Nis).ToDictionaryAsync(m => m.Nis, m => m.Name, ct),
        await db.Sectors.AsNoTracking().OrderBy(s => s.Code).ToDictionaryAsync(s => s.Code, s => s.Label, ct));
}
