using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.TimeRelease;
using Training.Web.Features.Shared;
using Training.Web.Features.TimeRelease;
using Training.Web.Hosting;

namespace Training.Web.Cli;

/// <summary><c>ledger verify</c>, <c>ledger explain</c> and <c>ledger settle</c>.</summary>
internal static class LedgerVerbs
{
    private static readonly Argument<string> Person = new("PERSON") { Description = "E-mail address or name" };
    private static readonly Argument<int> Year = new("YEAR") { Description = "Year of the accounts" };
    private static readonly Option<string> Language = new("--language") { Description = "fr, nl or en", DefaultValueFactory = _ => "en" };

    public static Command Ledger() => new("ledger", "The time-release ledger")
    {
        Verb("verify", "Replay every entry and hold the sums against what is kept: exit 0, or 1 and the first fault", VerifyAsync),
        Verb("explain", "Tell how a person's balance came to be as it is", ExplainAsync, Person, Year, Language),
        Verb("settle", "Settle what is due: the year's credits, sealed half-days, what expires, years that are over", SettleAsync),
    };

    private static Command Verb(string name, string description, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> run, params Symbol[] symbols)
    {
        var verb = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                verb.Add(argument);
            else
                verb.Add((Option)symbol);
        }

        verb.SetAction(async (parsed, ct) =>
        {
            await using var host = CommandHost.Build();
            await using var scope = host.CreateAsyncScope();
            return await run(scope.ServiceProvider, parsed, ct);
        });
        return verb;
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, ParseResult parsed, CancellationToken ct)
    {
        if (await services.GetRequiredService<VerifyLedger>().HandleAsync(ct) is { } fault)
        {
            Console.WriteLine($"{fault.Kind}: {fault.Subject}");
            return 1;
        }

        Console.WriteLine("The ledger holds.");
        return 0;
    }

    private static async Task<int> ExplainAsync(IServiceProvider services, ParseResult parsed, CancellationToken ct)
    {
        var language = parsed.GetValue(Language)!;
        if (!Languages.All.Contains(language))
        {
            await Console.Error.WriteLineAsync($"There is no language {language}.");
            return 2;
        }

        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Languages.CultureOf(language);
        var people = await FindAsync(services.GetRequiredService<TrainingDbContext>(), parsed.GetValue(Person)!, ct);
        if (people is not [var person])
        {
            await Console.Error.WriteLineAsync(people.Count == 0 ? "Nobody is called so." : "Several people are called so; give an e-mail address:");
            foreach (var one in people)
                await Console.Error.WriteLineAsync($"  {one.FullName}, {one.Email}");
            return 1;
        }

        var story = await services.GetRequiredService<ExplainBalance>().HandleAsync(new(person.Id, parsed.GetValue(Year), Reader.WholeSchool), ct);
        Tell(story, services.GetRequiredService<Texts>(), services.GetRequiredService<Domain.Time.OfficeClock>());
        return 0;
    }

    private static void Tell(BalanceStory story, Texts texts, Domain.Time.OfficeClock clock)
    {
        Console.WriteLine(story.Name);
        if (story.Accounts.Count == 0)
            Console.WriteLine(texts["TimeRelease_Outside"]);
        foreach (var account in story.Accounts)
        {
            Console.WriteLine();
            Console.WriteLine($"{texts[$"Scheme_{account.Account.Scheme}"]} {account.Account.Year}, {account.Employer.In(texts.Language)}");
            foreach (var line in account.Lines)
            {
                Console.WriteLine($"  {clock.DateOn(line.Entry.RecordedAt):yyyy-MM-dd}  {StorySentences.Of(line, texts)} [{texts["TimeRelease_LeftThen"]}: {Show.Hours(line.AvailableMinutes)}]");
                if (StorySentences.FiguresOf(line, texts) is { } figures)
                    Console.WriteLine($"              {figures}");
            }

            Console.WriteLine($"  {texts["TimeRelease_Left"]}: {(account.Account.GrantedMinutes > 0 || account.Account.IsCapped ? Show.Hours(account.Account.AvailableMinutes) : texts["TimeRelease_NoCap"])}");
            foreach (var sentence in StorySentences.ExpiryOf(account, texts))
                Console.WriteLine($"  {sentence}");
        }
    }

    private static async Task<IReadOnlyList<Person>> FindAsync(TrainingDbContext db, string typed, CancellationToken ct)
    {
        var email = typed.Trim().ToLowerInvariant();
        var byEmail = await db.People.AsNoTracking().Where(p => p.Email == email).ToListAsync(ct);
        if (byEmail.Count > 0)
            return byEmail;

        var words = new SearchWords(typed);
        return [.. (await db.People.AsNoTracking().ToListAsync(ct)).Where(p => !words.IsEmpty && words.FoundIn(p.FirstName, p.LastName)).Take(20)];
    }

    private static async Task<int> SettleAsync(IServiceProvider services, ParseResult parsed, CancellationToken ct)
    {
        var opened = await services.GetRequiredService<OpenAccounts>().HandleAsync(new(), ct);
        var settled = await services.GetRequiredService<SettleSealedHalfDays>().HandleAsync(new(), ct);
        var expired = await services.GetRequiredService<ExpireCarriedMinutes>().HandleAsync(ct);
        var closed = (await services.GetRequiredService<CloseYears>().HandleAsync(new(), ct)).Value!;
        Console.WriteLine($"credits: {opened} lines; half-days: {settled.HalfDays}, {settled.Lines} lines; expired: {expired} minutes; accounts closed: {closed.Closed}, waiting: {closed.Waiting}");
        return 0;
    }
}
