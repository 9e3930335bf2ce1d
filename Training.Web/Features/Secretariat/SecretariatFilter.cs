using System.ComponentModel.DataAnnotations;

namespace Training.Web.Features.Secretariat;

/// <summary>Which sessions the secretariat looks at.</summary>
public sealed class SecretariatFilter
{
    /// <summary>Words of the course's title, or the code of the session.</summary>
    [StringLength(100)]
    public string? Q { get; set; }

    /// <summary>Those in which nothing is left to do.</summary>
    public bool Done { get; set; }

    public int Page { get; set; } = 1;
}
