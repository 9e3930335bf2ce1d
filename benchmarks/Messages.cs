using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Tests.Infrastructure;

namespace Training.Benchmarks;

/// <summary>Ten thousand letters from the outbox to a mail server on loopback, each worded, sent and noted, against the bare exchange of as many letters of that size.</summary>
internal static class Messages
{
    private const int Count = 10_000;
    private const int People = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CancellationToken ct)
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("messages.db");
        var school = new SchoolFile(file);
        await FillAsync(school, ct);
        SchoolFile.Close();
        await using var server = new SmtpServer();
        await using var product = await ProductServer.StartOnAsync(
            "Sqlite", $"Data Source={file}", ct, ("Samples__Skip", "true"), ("Jobs__Timetable", "false"), ("Mail__Host", "127.0.0.1"), ("Mail__Port", server.Port.ToString(CultureInfo.InvariantCulture)),
            ("Mail__Security", "None"), ("Mail__QuietFrom", "00:00"), ("Mail__QuietUntil", "00:00"));
        var productPerSecond = await PerSecondAsync(server, ct);
        var letters = server.Letters.Select(letter => letter.MessageId).ToList();
        if (letters.Count != Count || letters.Distinct().Count() != Count)
            throw new BenchmarkFailed($"{letters.Count} letters arrived, {letters.Distinct().Count()} of them different.");

        return [new("messages", productPerSecond, "letters/s", await BareAsync(ct))];
    }

    // From the first letter to the last.
    private static async Task<double> PerSecondAsync(SmtpServer server, CancellationToken ct)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        late.CancelAfter(Patience);
        await UntilAsync(server, 1, late.Token);
        var time = Stopwatch.StartNew();
        await UntilAsync(server, Count, late.Token);
        return Count / time.Elapsed.TotalSeconds;
    }

    private static async Task UntilAsync(SmtpServer server, int letters, CancellationToken ct)
    {
        while (server.Letters.Count < letters)
            await Task.Delay(TimeSpan.FromMilliseconds(10), ct);
    }

    private static async Task FillAsync(SchoolFile school, CancellationToken ct)
    {
        await school.CreateAsync(ct);
        Person[] people = [.. Enumerable.Range(1, People).Select(number => new Person(new PersonFacts(
            "Aline", $"Peeters-{number}", $"aline.peeters{number}@example.org", number % 2 == 0 ? CorrespondenceLanguage.Fr : CorrespondenceLanguage.Nl, Gender.NotStated, null, null)))];
        await school.SaveAsync([.. people], ct);
        var facts = new EnrolmentFacts("AGR-PUB-27S", "Prévenir et gérer l'agressivité dans l'espace public", "Agressie in de openbare ruimte voorkomen en opvangen", new(2027, 3, 8), new(2027, 3, 10));
        var now = TimeProvider.System.GetUtcNow();
        foreach (var some in Enumerable.Range(0, Count).Chunk(1000))
            await school.SaveAsync([.. some.Select(number => facts.To(people[number % People].Id, MessageKind.RequestReceived, now))], ct);
    }

    // The same conversation, letter after letter over one connection, with a body of the usual size.
    private static async Task<double> BareAsync(CancellationToken ct)
    {
        await using var server = new SmtpServer();
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, server.Port, ct);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var body = string.Concat(Enumerable.Repeat("A line of a letter, as long as lines of letters are in most cases.\r\n", 40));
        await reader.ReadLineAsync(ct);
        await SayAsync("EHLO benchmark", 3);
        var measured = PerSecondAsync(server, ct);
        for (var number = 0; number < Count; number++)
        {
            await SayAsync("MAIL FROM:<school@example.org>", 1);
            await SayAsync("RCPT TO:<somebody@example.org>", 1);
            await SayAsync("DATA", 1);
            await SayAsync($"Message-Id: <{number}@example.org>\r\n\r\n{body}.", 1);
        }

        return await measured;

        async Task SayAsync(string line, int answers)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), ct);
            for (var i = 0; i < answers; i++)
                await reader.ReadLineAsync(ct);
        }
    }
}
