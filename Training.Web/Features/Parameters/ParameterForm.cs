using System.Globalization;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Parameters;

/// <summary>A new row of a parameter, as an administrator types it. Dates stay texts, so that a wrong one is shown as it was typed.</summary>
public sealed class ParameterForm
{
    public const string Try = "try";
    public const string Record = "record";

    public string? Value { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Source { get; set; }

    public ParameterCertainty Certainty { get; set; }

    public string? Reason { get; set; }

    public ParameterScope Scope { get; set; }

    public string? ScopeCode { get; set; }

    public string? Button { get; set; }

    public bool Records => Button == Record;

    public static ParameterForm For(DateOnly today) => new() { From = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };

    /// <summary>The first thing that is missing or cannot be read, or nothing.</summary>
    public (string Field, string Message)? Lacks(Texts texts) => this switch
    {
        { Value: null or "" } => (nameof(Value), texts["Parameters_GiveValue"]),
        { Value.Length: > Parameter.ValueMaxLength } => (nameof(Value), texts["Parameters_TooLong", Parameter.ValueMaxLength]),
        _ when DateOf(From) is null => (nameof(From), texts["Parameters_DateWrong"]),
        _ when !string.IsNullOrWhiteSpace(To) && DateOf(To) is null => (nameof(To), texts["Parameters_DateWrong"]),
        { Source.Length: > Parameter.SourceMaxLength } => (nameof(Source), texts["Parameters_TooLong", Parameter.SourceMaxLength]),
        { Reason.Length: > Parameter.SourceMaxLength } => (nameof(Reason), texts["Parameters_TooLong", Parameter.SourceMaxLength]),
        _ when NationalNumberDetector.IsIn(Value) => (nameof(Value), texts["NationalNumberFound"]),
        _ when NationalNumberDetector.IsIn(Source) => (nameof(Source), texts["NationalNumberFound"]),
        _ when NationalNumberDetector.IsIn(Reason) => (nameof(Reason), texts["NationalNumberFound"]),
        _ => null,
    };

    public ChangeParameter.Request RequestFor(string key) => new(
        key, Value!.Trim(), DateOf(From)!.Value, DateOf(To), Source ?? "", Certainty, Reason ?? "", Scope,
        Scope == ParameterScope.Global ? null : ScopeCode?.AsCode());

    private static DateOnly? DateOf(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
