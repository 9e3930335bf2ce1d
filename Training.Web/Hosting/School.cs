using Training.Domain.Certificates;

namespace Training.Web.Hosting;

/// <summary>Whose product this is: nothing of one school is written in code.</summary>
public sealed class SchoolOptions
{
    public const string Section = "School";

    public string NameFr { get; init; } = "";

    public string NameNl { get; init; } = "";

    public string ShortName { get; init; } = "";

    public string AddressFr { get; init; } = "";

    public string AddressNl { get; init; } = "";

    public string CertificatePrefix { get; init; } = "";

    /// <summary>Where the public reaches the site; printed on certificates.</summary>
    public string PublicAddress { get; init; } = "";

    public string Email { get; init; } = "";

    public string NameIn(string language) => language switch { "fr" => NameFr, "nl" => NameNl, _ => $"{NameFr} / {NameNl}" };

    public string AddressIn(string language) => language switch { "fr" => AddressFr, "nl" => AddressNl, _ => $"{AddressFr} / {AddressNl}" };
}

internal static class School
{
    public static IServiceCollection AddSchool(this IServiceCollection services, IConfiguration configuration)
    {
        var school = configuration.GetSection(SchoolOptions.Section).Get<SchoolOptions>() ?? new SchoolOptions();
        services.AddSingleton(school);
        services.AddSingleton(new CertificatePrefix(school.CertificatePrefix));
        return services;
    }
}
