using System.ComponentModel.DataAnnotations;
using Training.Domain.Certificates;

namespace Training.Web.Features.Certificates;

/// <summary>Which certificates of a session are to be issued.</summary>
public sealed class IssueForm
{
    [Required]
    public CertificateKind? Kind { get; set; }

    /// <summary>Enrolments of those who passed the examination.</summary>
    public IList<Guid> Passed { get; init; } = [];

    /// <summary>The first day of the quarter, for regular attendance.</summary>
    public DateOnly? Quarter { get; set; }
}
