using System.Net.Mail;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Training.Domain;
using Training.Domain.People;
using Training.Web.Features.Shared;

namespace Training.Web.Features.People;

/// <summary>What is known of a person. Only the name and the language of correspondence must be given.</summary>
public sealed class PersonForm
{
    /// <summary>With the blanks, dots and brackets that people write.</summary>
    public const int TelephoneMaxLength = 40;

    private const int OldestYear = 1900;

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public string? Telephone { get; set; }

    public CorrespondenceLanguage Language { get; set; }

    public Gender Gender { get; set; }

    public int? YearOfBirth { get; set; }

    public int? LevelHeld { get; set; }

    public PersonFacts ToFacts() => new(
        FirstName!.Trim(), LastName!.Trim(), string.IsNullOrWhiteSpace(Email) ? null : Email.Trim().ToLowerInvariant(), Language, Gender, YearOfBirth, LevelHeld,
        string.IsNullOrWhiteSpace(Telephone) ? null : TelephoneNumber.Read(Telephone));

    public static PersonForm Of(PersonFacts facts) => new()
    {
        FirstName = facts.FirstName,
        LastName = facts.LastName,
        Email = facts.Email,
        Telephone = facts.Telephone is { } kept ? TelephoneNumber.Shown(kept) : null,
        Language = facts.Language,
        Gender = facts.Gender,
        YearOfBirth = facts.YearOfBirth,
        LevelHeld = facts.LevelHeld,
    };

    public void Check(ModelStateDictionary errors, Texts texts, DateOnly today)
    {
        errors.Require(nameof(FirstName), FirstName, Person.NameMaxLength, texts);
        errors.Require(nameof(LastName), LastName, Person.NameMaxLength, texts);
        if (!string.IsNullOrWhiteSpace(Email) && (Email.Trim().Length > Person.EmailMaxLength || !MailAddress.TryCreate(Email.Trim(), out var address) || !address.Host.Contains('.')))
            errors.AddModelError(nameof(Email), texts["Form_NotAnAddress"]);
        if (!string.IsNullOrWhiteSpace(Telephone) && (Telephone.Length > TelephoneMaxLength || TelephoneNumber.Read(Telephone) is null))
            errors.AddModelError(nameof(Telephone), texts["Form_NotATelephone"]);
        if (YearOfBirth is { } year && (year < OldestYear || year > today.Year))
            errors.AddModelError(nameof(YearOfBirth), texts["Form_YearWrong", OldestYear, today.Year]);
        if (LevelHeld is < 1 or > 5)
            errors.AddModelError(nameof(LevelHeld), texts["Form_LevelWrong"]);
    }
}

public sealed record PersonEditPage(Person Person, PersonForm Form, Refusal? Refusal);
