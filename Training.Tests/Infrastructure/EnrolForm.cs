using AngleSharp.Html.Dom;
using Shouldly;

namespace Training.Tests.Infrastructure;

/// <summary>The page on which an officer enrols colleagues in a session that is to come.</summary>
public static class EnrolForm
{
    public const string Address = "/fr/sessions/AGR-PUB-27S/enrol";

    /// <summary>Its form, and the first colleague who can be ticked.</summary>
    public static async Task<(IHtmlFormElement Form, string Person)> EnrolFormAsync(this HttpClient officer)
    {
        var page = await officer.PageAsync(Address);
        return (page.Form("main form"), page.QuerySelector("input[name=person]:not([disabled])").ShouldNotBeNull().GetAttribute("value").ShouldNotBeNull());
    }

    public static Task<HttpResponseMessage> EnrolAsync(this HttpClient officer, IHtmlFormElement form, string person) =>
        officer.SubmitAsync(Address, form, ("person", person), ("button", "enrol"));
}
