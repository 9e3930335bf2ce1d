namespace Training.Web.Cli;

internal static class UserPath
{
    /// <summary>
    /// The full path of what somebody typed. <c>dotnet run --project</c> moves to the project's folder before the product starts, so a
    /// relative path is looked up first where the shell says that its user is.
    /// </summary>
    public static string Of(string typed)
    {
        var shell = Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } folder ? folder : Environment.CurrentDirectory;
        var there = Path.GetFullPath(typed, shell);
        return Path.Exists(there) ? there : Path.GetFullPath(typed);
    }
}
