namespace Training.Tests.Infrastructure;

/// <summary>A folder of this run, removed when the run ends.</summary>
public static class TemporaryFiles
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("training-tests-").FullName;

    static TemporaryFiles() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Folder, recursive: true);

    public static string NewPath(string extension) => Path.Combine(Folder, Guid.CreateVersion7().ToString("N") + extension);

    public static string NewFolder() => Directory.CreateDirectory(NewPath("")).FullName;
}
