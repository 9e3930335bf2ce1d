using System.Text;
using Shouldly;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Architecture;

/// <summary>Every text file of the repository, as git knows them.</summary>
public class RepositoryFileTests
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly string[] Binary = [".png", ".jpg", ".ico", ".xlsx", ".pdf", ".ttf", ".woff2", ".zip"];

    // Files as the field sends them, in the encodings and with the line ends that they have there.
    private static readonly string[] AsReceived = ["samples/", "Training.Tests/Files/"];

    // Written in parts, so that this file is not the one that breaks the rule.
    private static readonly string[] PlacesOfOneMachine = [.. new[] { "home", "root", "Users" }.Select(folder => $"/{folder}/")];

    [Fact]
    public async Task Are_utf8_with_unix_line_ends()
    {
        var odd = new List<string>();
        foreach (var file in await TextFilesAsync())
        {
            var bytes = await File.ReadAllBytesAsync(Repository.PathOf(file), TestContext.Current.CancellationToken);
            if (bytes.Contains((byte)'\r') || !IsUtf8(bytes))
                odd.Add(file);
        }

        odd.ShouldBeEmpty();
    }

    [Fact]
    public async Task Name_no_place_of_one_machine()
    {
        var odd = new List<string>();
        foreach (var file in await TextFilesAsync())
        {
            var text = await File.ReadAllTextAsync(Repository.PathOf(file), TestContext.Current.CancellationToken);
            odd.AddRange(PlacesOfOneMachine.Where(place => text.Contains(place, StringComparison.Ordinal)).Select(place => $"{file}: {place}"));
        }

        odd.ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> TextFilesAsync()
    {
        var files = await ExternalTool.RunAsync("git", "-C", Repository.Root, "ls-files", "--cached", "--others", "--exclude-standard");
        return files.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(file => !Binary.Contains(Path.GetExtension(file)))
            .Where(file => !AsReceived.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)))
            .Where(file => File.Exists(Repository.PathOf(file)));
    }

    private static bool IsUtf8(byte[] bytes)
    {
        try
        {
            StrictUtf8.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
