using Training.Web.Access;

namespace Training.Web.Features.Registers;

internal static class Authorship
{
    /// <summary>By what a device knows whose marks it keeps: the account, under whatever hat.</summary>
    public static string Author(this CurrentUser user) => user.Account?.Value.ToString() ?? user.Name;
}
