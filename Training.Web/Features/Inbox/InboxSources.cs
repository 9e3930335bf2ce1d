using Training.Web.Features.AccessRequests;

namespace Training.Web.Features.Inbox;

/// <summary>The kinds of the inbox, in the order in which they are shown.</summary>
public static class InboxSources
{
    public static readonly IReadOnlyList<Type> All =
    [
        typeof(AccessRequestsInbox),
        typeof(UnknownEmployersInbox),
        typeof(ShortNoticeSeatsInbox),
        typeof(UnansweredRequestsInbox),
    ];

    public static IServiceCollection AddInboxSources(this IServiceCollection services)
    {
        foreach (var source in All)
            services.AddScoped(typeof(InboxSource), source);
        return services;
    }
}
