using Training.Web.Hosting;

namespace Training.Web.Features.SignIn;

/// <summary>Who may vouch for one, and where one goes afterwards.</summary>
public sealed record ProvidersPage(IReadOnlyList<SignInProvider> Providers, string ReturnUrl);
