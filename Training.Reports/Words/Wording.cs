using System.Collections.Frozen;
using System.Globalization;
using Training.Domain.Courses;

namespace Training.Reports.Words;

/// <summary>The words, dates and figures of a report in one language. A text that a language lacks is an error.</summary>
public sealed class Wording
{
    private static readonly FrozenDictionary<string, Wording> All =
        new[] { "fr", "nl", "en" }.ToFrozenDictionary(language => language, language => new Wording(language));

    private readonly FrozenDictionary<string, string> _texts;

    private Wording(string language) =>
        (Language, Culture, _texts) = (language, new CultureInfo($"{language}-BE"), ResourceTexts.Load(typeof(Wording).Assembly, language));

    public string Language { get; }

    public CultureInfo Culture { get; }

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    public string this[string key] => _texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"No text '{key}' in '{Language}'.");

    public string this[string key, params object?[] values] => string.Format(Culture, this[key], values);

    public static Wording In(string language) => All[language];

    public string Of(Enum value) => this[$"{value.GetType().Name}_{value}"];

    public string Of(LocalizedText text) => text.In(Language);

    public string Date(DateOnly date) => date.ToString("d MMMM yyyy", Culture);

    /// <summary>As the clock on the wall showed it, by the moment's own offset.</summary>
    public string Moment(DateTimeOffset moment) => moment.ToString("d MMMM yyyy HH:mm:ss", Culture);

    public string Number(decimal? number) => number is { } n ? n.ToString("0.##", Culture) : "–";

    public string Percent(decimal? share) => share is { } s ? s.ToString("0.0 %", Culture) : "–";

    /// <summary>Hours and minutes, <c>13:50</c>; a real minus for less than nothing; a dash for what is not known.</summary>
    public static string Minutes(int? minutes) => minutes is { } m
        ? string.Create(CultureInfo.InvariantCulture, $"{(m < 0 ? "−" : "")}{Math.Abs(m) / 60}:{Math.Abs(m) % 60:00}")
        : "–";
}
