using Training.Web.Access;

namespace Training.Web.Features.Registers;

internal static class Authorship
{
    /// <summary>By what a device knows whose marks it keeps: the person, or the name of a login that is no person of the school.</summary>
    public static string Author(this CurrentUser user) => user.Person is { } person ? person.Value.ToString() : user.Name;
}
