using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Web.Cli;

internal static class StatusVerb
{
    public static Command Status()
    {
        var status = new Command("status", "Say whether the database answers, is up to date, and what it holds");
        status.SetAction(async (_, ct) =>
        {
            await using var host = CommandHost.Build();
            await using var scope = host.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
            var pending = (await db.Database.GetPendingMigrationsAsync(ct)).Count();
            Console.WriteLine($"pending migrations: {pending}");
            if (pending > 0)
                return 1;

            Console.WriteLine($"courses: {await db.Courses.CountAsync(ct)}");
            Console.WriteLine($"sessions: {await db.Sessions.CountAsync(ct)}");
            Console.WriteLine($"organisations: {await db.Organisations.CountAsync(ct)}");
            Console.WriteLine($"people: {await db.People.CountAsync(ct)}");
            Console.WriteLine($"enrolments: {await db.Enrolments.CountAsync(ct)}");
            Console.WriteLine($"certificates: {await db.Certificates.CountAsync(ct)}");
            return 0;
        });
        return status;
    }
}
