using Training.Domain;
using Training.Reports;
using Training.Web.Access;
using Training.Web.Cli;
using Training.Web.Hosting;
using Training.Web.Jobs;

if (CommandLine.Handles(args))
    return await CommandLine.RunAsync(args);

var builder = WebApplication.CreateBuilder(args);

// The model of the database takes longest of all, and everything else can be put together meanwhile.
Database.ReadModelAhead(builder.Configuration, builder.Environment);

// Find a missing or wrongly scoped service at start-up, not on a user's click.
builder.Host.UseDefaultServiceProvider(services => (services.ValidateOnBuild, services.ValidateScopes) = (true, true));

builder.Services
    .AddTrainingDomain()
    .AddTrainingDatabase(builder.Configuration, builder.Environment)
    .AddSchool(builder.Configuration)
    .AddFeatureViews()
    .AddLanguages()
    .AddSignIn(builder.Configuration, builder.Environment)
    .AddAccessPolicies(builder.Configuration)
    .AddRateLimits(builder.Configuration)
    .AddRequestLimits()
    .AddOpenApiDocument()
    .AddReports()
    .AddHostedService<PaperWarnings>()
    .AddMessages()
    .AddTimetable(builder.Configuration, builder.Environment)
    .AddHealth()
    .AddProxies(builder.Configuration)
    .AddTelemetry(builder.Configuration)
    .AddResponseCompression(compression => compression.EnableForHttps = false);

var app = builder.Build();

var database = Task.Run(app.PrepareDatabaseAsync);

app.UseProxies();
app.UseLanguages();
app.UseErrorPages();
app.UseSecurityHeaders();
app.UseResponseCompression();
app.UseRouting();
app.UseAccounts();
app.UseUnknownAddresses();
app.UseAuthorization();
app.UseRateLimiter();
app.UseAntiforgery();
app.MapStaticAssets().AllowAnonymous();
app.MapControllers().WithStaticAssets();
app.MapHealth();
app.MapOpenApiDocument();
app.MapDemoSignIn();

await database;
await app.RunAsync();
return 0;
