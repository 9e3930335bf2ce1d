using Training.Web.Messages;

namespace Training.Web.Hosting;

internal static class Mail
{
    public static IServiceCollection AddMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection(MailOptions.Section).Get<MailOptions>() ?? new MailOptions());
        services.AddSingleton<MessageWriter>();
        services.AddScoped<SendMessages>();
        return services;
    }
}
