using Training.Domain.Certificates;
using Training.Domain.People;
using Training.Reports.Certificates;
using Training.Reports.SignInSheets;

namespace Training.Web.Hosting;

/// <summary>Whose product this is: nothing of one school is written in code.</summary>
public sealed class SchoolOptions
{
    public const string Section = "School";

    public string NameFr { get; init; } = "";

    public string NameNl { get; init; } = "";

    /// <summary>The school with its article, as it begins a sentence: « L'École … certifie que ».</summary>
    public string CertifierFr { get; init; } = "";

    public string CertifierNl { get; init; } = "";

    public string ShortName { get; init; } = "";

    public string AddressFr { get; init; } = "";

    public string AddressNl { get; init; } = "";

    public string CertificatePrefix { get; init; } = "";

    /// <summary>Where the public reaches the site; printed on certificates.</summary>
    public string PublicAddress { get; init; } = "";

    public string Email { get; init; } = "";

    public string NameIn(string language) => language switch { "fr" => NameFr, "nl" => NameNl, _ => $"{NameFr} / {NameNl}" };

    public Letterhead Letterhead(CorrespondenceLanguage language)
    {
        var code = language == CorrespondenceLanguage.Nl ? "nl" : "fr";
        var certifier = language == CorrespondenceLanguage.Nl ? CertifierNl : CertifierFr;
        return new Letterhead(NameIn(code), certifier.Length > 0 ? certifier : NameIn(code), AddressIn(code), new Uri(new Uri(PublicAddress), "verify/"));
    }

    /// <summary>Whose sign-in sheets they are. The code of a page leads to the page on which its scan is taken.</summary>
    public SheetOffice SheetOffice() => new(NameIn, language => new Uri(new Uri(PublicAddress), $"{language}/sheets/"));

    public string AddressIn(string language) => language switch { "fr" => AddressFr, "nl" => AddressNl, _ => $"{AddressFr} / {AddressNl}" };
}

internal static class School
{
    public static IServiceCollection AddSchool(this IServiceCollection services, IConfiguration configuration)
    {
        var school = configuration.GetSection(SchoolOptions.Section).Get<SchoolOptions>() ?? new SchoolOptions();
        if (school.CertificatePrefix.Length == 0 || !Uri.IsWellFormedUriString(school.PublicAddress, UriKind.Absolute))
            throw new InvalidOperationException("School:CertificatePrefix and School:PublicAddress are not set; appsettings.json is read from the folder in which the product starts.");

        services.AddSingleton(school);
        services.AddSingleton(new CertificatePrefix(school.CertificatePrefix));
        services.AddSingleton<ICertificatePrinter>(new CertificatePrinter(school.Letterhead));
        return services;
    }
}
