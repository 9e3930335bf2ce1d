namespace Training.Web.Features.Inbox;

/// <summary>What the inbox is limited to.</summary>
public sealed class InboxFilter
{
    public const string Mine = "mine";
    public const string Free = "free";

    /// <summary>A kind's code, or nothing for all.</summary>
    public string? Kind { get; set; }

    /// <summary><see cref="Mine"/>, <see cref="Free"/> or nothing for all.</summary>
    public string? Claimed { get; set; }

    /// <summary>Words that stand in the title or the details.</summary>
    public string? Q { get; set; }
}
