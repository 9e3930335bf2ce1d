using Training.Domain.Accounts;
using Training.Web.Hosting;

namespace Training.Web.Features.Shared;

/// <summary>An invitation as it is shown once, to whoever made it: to print and hand over. One with an address is mailed as well.</summary>
/// <param name="Back">Where the page leads back, without language.</param>
public sealed record InvitationToHandOver(string Name, string Code, Uri Link, Uri EntryPage, string? Address, DateOnly LastDay, string Back)
{
    public static InvitationToHandOver Of(InviteToAccount.Invited invited, string name, SchoolOptions school, Texts texts, string back)
    {
        var site = new Uri(school.PublicAddress);
        return new InvitationToHandOver(
            name, invited.Code.ToString(), new Uri(site, texts.Path($"invitation/{invited.Code}")), new Uri(site, texts.Path("invitation")), invited.Address, invited.LastDay, back);
    }
}
