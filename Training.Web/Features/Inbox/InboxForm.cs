using Training.Domain.Enrolments;

namespace Training.Web.Features.Inbox;

/// <summary>What was ticked of one kind, and what to do with it.</summary>
public sealed class InboxForm
{
    public const string Claim = "claim";
    public const string Release = "release";
    public const int ReasonMaxLength = EnrolmentTransition.ReasonMaxLength;

    public IList<Guid> Item { get; } = [];

    /// <summary><see cref="Claim"/>, <see cref="Release"/> or the code of a decision.</summary>
    public string? Action { get; set; }

    public string? Reason { get; set; }
}
