using Training.Domain;
using Training.Reports;
using Training.Web.Features.Shared;
using Training.Web.Hosting;
using Training.Web.Jobs;

namespace Training.Web.Cli;

/// <summary>The domain and its database, without the web: what a command needs.</summary>
internal static class CommandHost
{
    private sealed class OnTheCommandLine : ICurrentActor
    {
        public Actor Actor { get; } = new(Environment.UserName, "command line");
    }

    public static ServiceProvider Build()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddTrainingDomain().AddReports().AddTrainingDatabase(builder.Configuration, builder.Environment).AddSchool(builder.Configuration).AddJobs();
        builder.Services.AddSingleton<ICurrentActor, OnTheCommandLine>().AddSingleton<Texts>();
        builder.Services.AddLogging(logging => logging.ClearProviders());
        return builder.Services.BuildServiceProvider();
    }
}
