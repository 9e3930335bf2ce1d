using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Training.Domain;
using Training.Domain.Courses;
using Training.Reports.Words;

namespace Training.Web.Features.Shared;

/// <summary>
/// Every text that a person reads, from the resource files beside the features. A key that a language lacks is an error and never
/// filled from another language: French and Dutch are owed equally.
/// </summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _byLanguage =
        Hosting.Languages.All.ToFrozenDictionary(language => language, language => ResourceTexts.Load(typeof(Texts).Assembly, language));

    public string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public string this[string key] => In(Language, key);

    public string this[string key, params object?[] values] => string.Format(CultureInfo.CurrentCulture, this[key], values);

    /// <summary>A text that counts: <c>key_One</c> or <c>key_Other</c>. In French nothing is singular too.</summary>
    public string Counted(string key, int count) => this[count == 1 || (count == 0 && Language == "fr") ? $"{key}_One" : $"{key}_Other", count];

    public string In(string language, string key) =>
        _byLanguage[language].TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text '{key}' in '{language}'.");

    public IReadOnlyCollection<string> Keys(string language) => _byLanguage[language].Keys;

    /// <summary>An enumeration's value in words, from the key <c>Type_Value</c>.</summary>
    public string Of(Enum value) => this[$"{value.GetType().Name}_{value}"];

    /// <summary>A refusal in words: the key is its type's name, <c>{Name}</c> stands for its data.</summary>
    public string Of(Refusal refusal)
    {
        var text = this[refusal.GetType().Name];
        foreach (var property in refusal.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            text = text.Replace($"{{{property.Name}}}", Worded(property.Name, property.GetValue(refusal)), StringComparison.Ordinal);
        return text;
    }

    /// <summary>An address in the reader's language.</summary>
    public string Path(string path) => $"/{Language}/{path.TrimStart('/')}";

    /// <summary>A text with a lang attribute where it is in another language than the page.</summary>
    public IHtmlContent Foreign(string text, string language) => language == Language
        ? new HtmlString(HtmlEncoder.Default.Encode(text))
        : new HtmlString($"<span lang=\"{language}\">{HtmlEncoder.Default.Encode(text)}</span>");

    private string Worded(string name, object? value) => value switch
    {
        int minutes when name.EndsWith("Minutes", StringComparison.Ordinal) => Show.Minutes(minutes),
        DateOnly date => Show.Date(date),
        TimeOnly time => Show.Time(time),
        Enum choice => Of(choice),
        LocalizedText text => text.In(Language),
        Refusal because => Of(because),
        decimal number => Show.Fraction(number),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture) ?? "",
    };
}
