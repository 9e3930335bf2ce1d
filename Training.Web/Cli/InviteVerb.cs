using System.CommandLine;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Web.Hosting;

namespace Training.Web.Cli;

/// <summary>How people get in whom nobody inside can invite: whoever may run commands on the server invites them.</summary>
internal static class InviteVerb
{
    public static Command SetUp()
    {
        var name = new Argument<string>("NAME") { Description = "The name under which the account is shown" };
        var setUp = new Command("setup", "Let the first administrator in: print a link that works once; refused when there is one") { name };
        setUp.SetAction(async (parsed, ct) =>
        {
            await using var host = CommandHost.Build();
            await using var scope = host.CreateAsyncScope();
            var invited = await scope.ServiceProvider.GetRequiredService<InviteFirstAdministrator>().HandleAsync(new(parsed.GetValue(name)!), ct);
            return invited.IsRefused ? await RefuseAsync(invited.Refusal) : Print(invited.Value, scope.ServiceProvider);
        });
        return setUp;
    }

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
            return invited.IsRefused ? await RefuseAsync(invited.Refusal) : Print(invited.Value, services);
        });
        return invite;
    }

    private static int Print(InviteToAccount.Invited invited, IServiceProvider services)
    {
        var site = new Uri(services.GetRequiredService<SchoolOptions>().PublicAddress);
        Console.WriteLine($"{new Uri(site, $"fr/invitation/{invited.Code}")}");
        Console.WriteLine($"code {invited.Code}, to be used by {invited.LastDay:yyyy-MM-dd}");
        return 0;
    }

    private static async Task<int> RefuseAsync(Refusal refusal)
    {
        await Console.Error.WriteLineAsync(refusal.GetType().Name);
        return 1;
    }
}
