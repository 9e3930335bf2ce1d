namespace Training.Web.Features.AccessRequests;

/// <summary>Who it is that asks, or why they are refused.</summary>
public sealed class DecisionForm
{
    public const string Grant = "grant";
    public const string Refuse = "refuse";

    /// <summary><see cref="Grant"/> or <see cref="Refuse"/>.</summary>
    public string? Decision { get; set; }

    public Guid? Person { get; set; }

    public string? Reason { get; set; }
}
