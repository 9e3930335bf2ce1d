using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using Training.Domain.Sessions;
using Training.Web.Hosting;

namespace Training.Web.Features.Catalogue;

/// <summary>A course and its sessions to come in the words of schema.org, as search engines and other catalogues read them.</summary>
public static class StructuredData
{
    private static readonly Dictionary<TeachingLanguage, string[]> Languages = new()
    {
        [TeachingLanguage.Fr] = ["fr-BE"],
        [TeachingLanguage.Nl] = ["nl-BE"],
        [TeachingLanguage.Bilingual] = ["fr-BE", "nl-BE"],
    };

    /// <summary>JSON-LD that may stand in a page as it is: every sign that could end the element is escaped.</summary>
    public static string Of(CoursePage page, string language, SchoolOptions school)
    {
        Uri Address(string path) => new(new Uri(school.PublicAddress), $"/{language}/{path}");
        var provider = new JsonObject { ["@type"] = "EducationalOrganization", ["name"] = page.Provider?.In(language) ?? school.NameIn(language), ["url"] = school.PublicAddress };
        var course = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Course",
            ["name"] = page.Title.In(language),
            ["description"] = page.Summary.In(language) is { Length: > 0 } summary ? summary : page.Title.In(language),
            ["courseCode"] = page.Code,
            ["url"] = Address($"courses/{page.Code}").AbsoluteUri,
            ["inLanguage"] = $"{language}-BE",
            ["timeRequired"] = Duration(page.Minutes),
            ["about"] = new JsonArray([.. page.Themes.Select(theme => JsonValue.Create(theme.Label.In(language)))]),
            ["provider"] = provider,
            ["offers"] = new JsonObject { ["@type"] = "Offer", ["category"] = page.PriceEur == 0 ? "Free" : "Paid", ["price"] = page.PriceEur, ["priceCurrency"] = "EUR" },
            ["hasCourseInstance"] = new JsonArray([.. page.Coming.Select(session => new JsonObject
            {
                ["@type"] = "CourseInstance",
                ["name"] = session.Code,
                ["url"] = Address($"sessions/{session.Code}").AbsoluteUri,
                ["courseMode"] = "Onsite",
                ["courseWorkload"] = Duration(page.Minutes),
                ["startDate"] = session.FirstDay.ToString("O", CultureInfo.InvariantCulture),
                ["endDate"] = session.LastDay.ToString("O", CultureInfo.InvariantCulture),
                ["inLanguage"] = new JsonArray([.. Languages[session.Language].Select(code => JsonValue.Create(code))]),
                ["location"] = new JsonObject { ["@type"] = "Place", ["name"] = session.Venue },
                ["maximumAttendeeCapacity"] = session.Seats,
                ["remainingAttendeeCapacity"] = Math.Max(0, session.SeatsLeft),
            })]),
        };
        return course.ToJsonString(JsonSerializerOptions.Web);
    }

    private static string Duration(int minutes) => XmlConvert.ToString(TimeSpan.FromMinutes(minutes));
}
