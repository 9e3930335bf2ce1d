using Training.Web.Messages;

namespace Training.Web.Hosting;

internal static class Mail
{
    public static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IConfiguration>().GetSection(MailOptions.Section).Get<MailOptions>() ?? new MailOptions());
        services.AddScoped<IMailRoute>(provider => string.IsNullOrEmpty(provider.GetRequiredService<MailOptions>().Host)
            ? ActivatorUtilities.CreateInstance<PickupRoute>(provider)
            : ActivatorUtilities.CreateInstance<SmtpRoute>(provider));
        KeyStore.AddTo(services);
        services.AddSingleton<ApprovalLinks>();
        services.AddSingleton<InvitationLinks>();
        services.AddSingleton<StopLinks>();
        services.AddSingleton<MessageWriter>();
        services.AddScoped<SendMessages>();
        return services;
    }
}
