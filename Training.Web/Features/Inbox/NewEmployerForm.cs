using Training.Domain.Courses;
using Training.Domain.Inbox;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Sessions;

namespace Training.Web.Features.Inbox;

/// <summary>A new employer with its first person and, perhaps, the session that they want to follow.</summary>
public sealed class NewEmployerForm
{
    /// <summary>The message of the inbox that this settles.</summary>
    public Guid? From { get; set; }

    public OrganisationType Type { get; set; }

    public string? NameFr { get; set; }

    /// <summary>The same as in French unless it is given.</summary>
    public string? NameNl { get; set; }

    public string? Number { get; set; }

    public LanguageRegime Regime { get; set; }

    public string? Sector { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public CorrespondenceLanguage Language { get; set; }

    public string? Function { get; set; }

    public StaffCategory Category { get; set; }

    /// <summary>A session's code.</summary>
    public string? Session { get; set; }

    /// <summary>The field that is wrong and the text that says how, or nothing.</summary>
    public (string Field, string Text)? Complaint() => this switch
    {
        _ when NationalNumberDetector.IsIn($"{NameFr} {NameNl} {FirstName} {LastName} {Email}") => (nameof(NameFr), "NationalNumberFound"),
        _ when IsWrong(NameFr, Organisation.NameMaxLength) || NameNl?.Length > Organisation.NameMaxLength => (nameof(NameFr), "OtherEmployer_GiveOrganisation"),
        _ when !string.IsNullOrWhiteSpace(Number) && !EnterpriseNumber.TryParse(Number, out _) => (nameof(Number), "NewEmployer_NumberWrong"),
        _ when string.IsNullOrWhiteSpace(Sector) => (nameof(Sector), "NewEmployer_ChooseSector"),
        _ when IsWrong(FirstName, Person.NameMaxLength) => (nameof(FirstName), "OtherEmployer_GiveName"),
        _ when IsWrong(LastName, Person.NameMaxLength) => (nameof(LastName), "OtherEmployer_GiveName"),
        _ when !string.IsNullOrWhiteSpace(Email) && (Email.Length > Person.EmailMaxLength || !MimeKit.MailboxAddress.TryParse(Email, out _)) => (nameof(Email), "OtherEmployer_GiveEmail"),
        _ when string.IsNullOrWhiteSpace(Function) => (nameof(Function), "NewEmployer_ChooseFunction"),
        _ => null,
    };

    /// <param name="today">Since when the person is known to work there.</param>
    public TakeInEmployer.Request ToRequest(SessionId? session, DateOnly today) => new(
        Type,
        new LocalizedText(NameFr!.Trim(), string.IsNullOrWhiteSpace(NameNl) ? NameFr.Trim() : NameNl.Trim()),
        EnterpriseNumber.TryParse(Number, out var number) ? number : null,
        Regime,
        Sector!,
        new PersonFacts(FirstName!.Trim(), LastName!.Trim(), string.IsNullOrWhiteSpace(Email) ? null : Email.Trim(), Language, Gender.NotStated, null, null),
        new EmploymentTerms(Function!, 1, FundingStatus.NotGeco, Category, null, null, today),
        session,
        From is { } from ? new UnknownEmployerId(from) : null);

    private static bool IsWrong(string? text, int maxLength) => string.IsNullOrWhiteSpace(text) || text.Trim().Length > maxLength;
}
