namespace Training.Web.Features.Enrolments;

/// <summary>What a participant chooses when asking for a seat.</summary>
public sealed class AskForm
{
    /// <summary>The employer who is to say yes, where the person has several.</summary>
    public Guid? Organisation { get; set; }

    public bool WithoutTimeRelease { get; set; }

    /// <summary>One of those that fit the post, where several do.</summary>
    public string? Scheme { get; set; }
}
