using System.Globalization;
using Training.Domain.People;
using Training.Domain.TimeRelease;
using Training.Web.Features.Shared;

namespace Training.Web.Features.TimeRelease;

/// <summary>From which day an employer applies the cap, and the document that says so.</summary>
public sealed class AdoptionForm
{
    public Guid Organisation { get; set; }

    public string? From { get; set; }

    public string? Document { get; set; }

    public DateOnly? Day =>
        DateOnly.TryParseExact(From?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public (string Field, string Message)? Lacks(Texts texts) => this switch
    {
        { Day: null } => (nameof(From), texts["TimeRelease_DateWrong"]),
        { Document: null or "" } => (nameof(Document), texts["TimeRelease_DocumentMissing"]),
        { Document.Length: > SchemeAdoption.DocumentMaxLength } => (nameof(Document), texts["TimeRelease_TooLong", SchemeAdoption.DocumentMaxLength]),
        _ when NationalNumberDetector.IsIn(Document) => (nameof(Document), texts["NationalNumberFound"]),
        _ => null,
    };
}
