using System.CommandLine;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Web.Hosting;

namespace Training.Web.Cli;

/// <summary>How the first administrator gets in: whoever may run commands on the server invites them.</summary>
internal static class InviteVerb
{
    public static Command Invite()
    {
        var name = new Argument<string>("NAME") { Description = "The name under which the account is shown" };
        var role = new Option<Role>("--role") { Description = "The role that it gets", DefaultValueFactory = _ => Role.Administrator };
        var invite = new Command("invite", "Open an account with a role and print the code of its invitation") { name, role };
        invite.SetAction(async (parsed, ct) =>
        {
            await using var host = CommandHost.Build();
            await using var scope = host.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var account = await services.GetRequiredService<OpenAccount>().HandleAsync(new(parsed.GetValue(name), Person: null, Reader.Nobody), ct);
            if (account.IsRefused)
                return await RefuseAsync(account.Refusal);

            var granted = await services.GetRequiredService<GrantRole>().HandleAsync(new(account.Value, parsed.GetValue(role), null, null, false), ct);
            if (granted.IsRefused)
                return await RefuseAsync(granted.Refusal);

            var invited = await services.GetRequiredService<InviteToAccount>().HandleAsync(new(account.Value, Address: null), ct);
            if (invited.IsRefused)
                return await RefuseAsync(invited.Refusal);

            var site = new Uri(services.GetRequiredService<SchoolOptions>().PublicAddress);
            Console.WriteLine($"{new Uri(site, $"fr/invitation/{invited.Value.Code}")}");
            Console.WriteLine($"code {invited.Value.Code}, to be used by {invited.Value.LastDay:yyyy-MM-dd}");
            return 0;
        });
        return invite;
    }

    private static async Task<int> RefuseAsync(Refusal refusal)
    {
        await Console.Error.WriteLineAsync(refusal.GetType().Name);
        return 1;
    }
}
