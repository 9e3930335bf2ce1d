using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Training.Web.Features.Inbox;

namespace Training.Web.Hosting;

internal static class FeatureViews
{
    /// <summary>Controllers and views by feature: the folder bears the controller's name, so MVC finds the views with two lines.</summary>
    public static IServiceCollection AddFeatureViews(this IServiceCollection services)
    {
        services.AddControllersWithViews(mvc =>
        {
            mvc.Conventions.Add(new RouteValuesConvention());
            mvc.Filters.Add<NotFoundFilter>();
            mvc.Filters.Add<NationalNumberFilter>();
            mvc.Filters.Add<AutoValidateAntiforgeryTokenAttribute>();
        });
        services.AddRouting(routing => routing.ConstraintMap["lang"] = typeof(LanguageConstraint));
        services.Configure<RazorViewEngineOptions>(razor =>
        {
            razor.ViewLocationFormats.Clear();
            razor.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
            razor.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
        });
        services.AddInboxSources();
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "training.antiforgery");
        return services;
    }
}
