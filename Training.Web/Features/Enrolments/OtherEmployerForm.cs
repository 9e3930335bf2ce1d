using Training.Domain.People;

namespace Training.Web.Features.Enrolments;

/// <summary>What somebody tells whose employer the school does not know.</summary>
public sealed class OtherEmployerForm
{
    public string? Organisation { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    /// <summary>The field that is wrong and the text that says how, or nothing.</summary>
    public (string Field, string Text)? Complaint() => this switch
    {
        _ when NationalNumberDetector.IsIn($"{Organisation} {FirstName} {LastName} {Email}") => (nameof(Organisation), "NationalNumberFound"),
        _ when IsWrong(Organisation, Domain.Organisations.Organisation.NameMaxLength) => (nameof(Organisation), "OtherEmployer_GiveOrganisation"),
        _ when IsWrong(FirstName, Person.NameMaxLength) => (nameof(FirstName), "OtherEmployer_GiveName"),
        _ when IsWrong(LastName, Person.NameMaxLength) => (nameof(LastName), "OtherEmployer_GiveName"),
        _ when IsWrong(Email, Person.EmailMaxLength) || !MimeKit.MailboxAddress.TryParse(Email, out var address) || !address.Address.Contains('@', StringComparison.Ordinal) =>
            (nameof(Email), "OtherEmployer_GiveEmail"),
        _ => null,
    };

    private static bool IsWrong(string? text, int maxLength) => string.IsNullOrWhiteSpace(text) || text.Trim().Length > maxLength;
}
