using Microsoft.AspNetCore.Mvc.ModelBinding;
using Training.Domain.Accounts;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Web.Features.Shared;

namespace Training.Web.Features.AccessRequests;

/// <summary>What somebody tells who asks for access: who they are, where they work and why.</summary>
public sealed class AccessRequestForm
{
    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    /// <summary>The employer, picked from the list.</summary>
    public Guid? Organisation { get; set; }

    /// <summary>The employer, typed because the list does not have it.</summary>
    public string? Employer { get; set; }

    public string? Reason { get; set; }

    public void Check(ModelStateDictionary errors, Texts texts)
    {
        errors.Require(nameof(FirstName), FirstName, Person.NameMaxLength, texts);
        errors.Require(nameof(LastName), LastName, Person.NameMaxLength, texts);
        errors.Limit(nameof(Email), Email, Person.EmailMaxLength, texts);
        errors.Limit(nameof(Employer), Employer, Domain.Organisations.Organisation.NameMaxLength, texts);
        errors.Require(nameof(Reason), Reason, AccessRequest.ReasonMaxLength, texts);
        if (Organisation is null && string.IsNullOrWhiteSpace(Employer))
            errors.AddModelError(nameof(Organisation), texts[nameof(EmployerMissing)]);
    }

    /// <param name="language">Of the page; English is no language in which the school writes.</param>
    public AccessRequestFacts ToFacts(string language) => new(
        FirstName!.Trim(), LastName!.Trim(), string.IsNullOrWhiteSpace(Email) ? null : Email.Trim(),
        language switch { "fr" => CorrespondenceLanguage.Fr, "nl" => CorrespondenceLanguage.Nl, _ => null },
        Organisation is { } picked ? new OrganisationId(picked) : null, Organisation is null ? Employer!.Trim() : null, Reason!.Trim());
}
