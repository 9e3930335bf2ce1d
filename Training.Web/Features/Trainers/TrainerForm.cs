using System.ComponentModel.DataAnnotations;
using Training.Domain.People;
using Training.Domain.Time;

namespace Training.Web.Features.Trainers;

/// <summary>A new trainer, or days on which one cannot teach.</summary>
public sealed class TrainerForm
{
    [StringLength(Person.NameMaxLength)]
    public string? FirstName { get; set; }

    [StringLength(Person.NameMaxLength)]
    public string? LastName { get; set; }

    [StringLength(Person.EmailMaxLength), EmailAddress]
    public string? Email { get; set; }

    public CorrespondenceLanguage Language { get; set; }

    public Guid? Trainer { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public TimeOnly? Start { get; set; }

    public TimeOnly? End { get; set; }

    public Guid? TakenBack { get; set; }

    public bool IsWholePerson => !string.IsNullOrWhiteSpace(FirstName) && !string.IsNullOrWhiteSpace(LastName) && !string.IsNullOrWhiteSpace(Email);

    /// <summary>Days in order, and both hours or none.</summary>
    public bool IsWholeAbsence => From is { } from && (To ?? from) >= from && ((Start is null && End is null) || (Start is { } start && End is { } end && start < end));

    public TimeInterval? Hours => Start is { } start && End is { } end ? new TimeInterval(start, end) : null;
}
