using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Seals;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Cli;

/// <summary><c>register verify SESSION|--all</c>: whether sealed registers still say what was sealed.</summary>
internal static class RegisterVerbs
{
    private static readonly Argument<string?> Session = new("SESSION") { Description = "Code of the session", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> All = new("--all") { Description = "Every session" };

    public static Command Register()
    {
        var verify = new Command("verify", "Work out every seal again and name whatever differs") { Session, All };
        verify.Validators.Add(typed =>
        {
            if (typed.GetValue(Session) is null != typed.GetValue(All))
                typed.AddError("Give the code of a session, or --all.");
        });
        verify.SetAction((typed, ct) => VerifyAsync(typed.GetValue(Session), ct));
        return new Command("register", "Registers of half-days") { verify };
    }

    private static async Task<int> VerifyAsync(string? code, CancellationToken ct)
    {
        await using var host = CommandHost.Build();
        await using var scope = host.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        var wanted = code?.AsCode();
        var session = wanted is null ? null : await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Code == wanted, ct);
        if (wanted is not null && session is null)
            throw new InvalidOperationException($"There is no session '{wanted}'.");

        var verdict = await scope.ServiceProvider.GetRequiredService<VerifyRegisters>().HandleAsync(new(session?.Id), ct);
        foreach (var difference in verdict.Differences)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{difference.Session} {difference.Date:yyyy-MM-dd} {difference.Part}: {difference.Fault}: {difference.What}"));
        Console.WriteLine($"{verdict.Registers} sealed registers, {verdict.Links} seals: {(verdict.Differences.Count == 0 ? "nothing differs" : $"{verdict.Differences.Count} differences")}.");
        return verdict.Differences.Count == 0 ? 0 : 1;
    }
}
