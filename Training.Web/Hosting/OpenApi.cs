using Microsoft.OpenApi;

namespace Training.Web.Hosting;

/// <summary>The description of <c>/api/v1</c> for whoever writes a program against it.</summary>
internal static class OpenApi
{
    private const string Document = "v1";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddOpenApi(Document, options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, context, _) =>
            {
                var school = context.ApplicationServices.GetRequiredService<SchoolOptions>();
                document.Info = new OpenApiInfo { Title = $"{school.ShortName}: training", Version = Document };
                document.Servers = [new OpenApiServer { Url = school.PublicAddress }];
                return Task.CompletedTask;
            });
        });
        return services;
    }

    public static void MapOpenApiDocument(this WebApplication app) => app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous();
}
