using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Shouldly;

namespace Training.Tests.Infrastructure;

/// <summary>Reads pages and posts the forms that stand on them, with the real antiforgery token and every field that a browser would send.</summary>
public static class HtmlForms
{
    private static readonly HtmlParser Parser = new();

    /// <summary>The page at an address; anything but a page fails the test.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"GET {address} leads to {response.Headers.Location}");
        return await response.PageAsync();
    }

    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage response) =>
        await Parser.ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    /// <summary>The one form of a page, or the one that a selector names.</summary>
    public static IHtmlFormElement Form(this IParentNode page, string selector = "main form") =>
        page.QuerySelectorAll<IHtmlFormElement>(selector).ShouldHaveSingleItem($"{selector} should be one form.");

    /// <summary>Opens a page and posts its form. A field that is named several times is sent several times, as ticked boxes are.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string address, params (string Name, string Value)[] filledIn) =>
        await client.SubmitAsync(address, (await client.PageAsync(address)).Form(), filledIn);

    /// <summary>Posts a form that was found on the page at an address.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient client, string address, IHtmlFormElement form, params (string Name, string Value)[] filledIn)
    {
        using var content = new FormUrlEncodedContent(FieldsOf(form, filledIn).Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        return await client.PostAsync(ActionOf(form, address), content);
    }

    /// <summary>Posts a form with a file, as an upload page does.</summary>
    public static async Task<HttpResponseMessage> UploadAsync(
        this HttpClient client, string address, IHtmlFormElement form, string fileField, string fileName, byte[] file,
        params (string Name, string Value)[] filledIn)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in FieldsOf(form, filledIn))
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file), fileField, fileName);
        return await client.PostAsync(ActionOf(form, address), content);
    }

    private static List<(string Name, string Value)> FieldsOf(IHtmlFormElement form, (string Name, string Value)[] filledIn)
    {
        var names = filledIn.Select(field => field.Name).ToHashSet();
        return [.. form.Elements.SelectMany(Successful).Where(field => !names.Contains(field.Name)), .. filledIn];
    }

    private static IEnumerable<(string Name, string Value)> Successful(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Name: { Length: > 0 } name, IsDisabled: false } input => input.Type switch
        {
            "checkbox" or "radio" => input.IsChecked ? [(name, input.Value)] : [],
            "submit" or "button" or "image" or "reset" or "file" => [],
            _ => [(name, input.Value)],
        },
        IHtmlTextAreaElement { Name: { Length: > 0 } name, IsDisabled: false } area => [(name, area.Value)],
        IHtmlSelectElement { Name: { Length: > 0 } name, IsDisabled: false } select =>
            select.Options.Where(option => option.IsSelected).Select(option => (name, option.Value)),
        _ => [],
    };

    private static Uri ActionOf(IHtmlFormElement form, string address) =>
        new(form.GetAttribute("action") is { Length: > 0 } action ? action : address, UriKind.Relative);
}
