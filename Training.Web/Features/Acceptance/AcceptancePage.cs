using Training.Web.Access;

namespace Training.Web.Features.Acceptance;

/// <param name="IsMailed">Whether the code is that of a mailed link: nobody types it.</param>
/// <param name="Arrival">Whoever has signed in to accept; nothing until then.</param>
/// <param name="SignedInAs">The account that is open in this browser already.</param>
public sealed record AcceptancePage(string? Code, bool IsMailed, Arrival? Arrival, string? SignedInAs);
