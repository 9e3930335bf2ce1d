using System.Net;
using AngleSharp.Html.Dom;
using Training.Provider;

namespace Training.Tests.Infrastructure;

/// <summary>
/// Somebody's browser without a window: it keeps cookies, follows redirects between the product and the provider, and posts the form
/// with which the provider sends one back.
/// </summary>
public sealed class Visitor(HttpMessageHandler product) : IDisposable
{
    private const int MaxHops = 20;

    private readonly CookieContainer _cookies = new();
    private readonly HttpMessageInvoker _product = new(product);
    private readonly HttpMessageInvoker _provider = new(ProviderSettings.Trusting());

    public Visitor(TrainingApp app) : this(app.Server.CreateHandler())
    {
    }

    /// <summary>The product, on the https that its cookies ask for.</summary>
    public static readonly Uri Product = new("https://training.test/");

    /// <summary>What the provider sent back last: where to, and the fields.</summary>
    public (Uri Address, IReadOnlyList<KeyValuePair<string, string>> Fields)? Returned { get; private set; }

    /// <summary>Lets a test spoil what the provider sends back.</summary>
    public Func<KeyValuePair<string, string>, KeyValuePair<string, string>> OnReturn { get; set; } = field => field;

    public IEnumerable<Cookie> Cookies => _cookies.GetCookies(Product);

    public void Dispose()
    {
        _product.Dispose();
        _provider.Dispose();
    }

    /// <summary>Signs in at the provider under a name and comes back to the product.</summary>
    public async Task<Page> SignInAsync(string userName, Twist twist = Twist.None, string provider = "organisation", string returnUrl = "/fr")
    {
        var asked = await GetAsync($"/fr/sign-in/with/{provider}?returnUrl={Uri.EscapeDataString(returnUrl)}");
        return asked.Html.Forms.Length == 1 && asked.Html.QuerySelector("input[name=as]") is not null
            ? await SubmitAsync(asked, ("as", userName), ("twist", twist.ToString()))
            : asked;
    }

    public Task<Page> GetAsync(string address) => FollowAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Product, address)));

    /// <summary>Posts the one form of a page, or the one whose action ends as said.</summary>
    public Task<Page> SubmitAsync(Page page, params (string Name, string Value)[] filledIn) => SubmitAsync(page, page.Html.Forms.Single(form => form.Closest("header") is null), filledIn);

    public Task<Page> SubmitAsync(Page page, IHtmlFormElement form, params (string Name, string Value)[] filledIn)
    {
        var names = filledIn.Select(field => field.Name).ToHashSet();
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden" && !names.Contains(input.Name!))
            .Select(input => KeyValuePair.Create(input.Name!, input.Value)).Concat(filledIn.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return PostAsync(new Uri(page.Address, form.GetAttribute("action")), fields);
    }

    public Task<Page> PostAsync(Uri address, IEnumerable<KeyValuePair<string, string>> fields) =>
        FollowAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });

    private async Task<Page> FollowAsync(HttpRequestMessage request)
    {
        for (var hop = 0; hop < MaxHops; hop++)
        {
            var address = request.RequestUri!;
            if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookies)
                request.Headers.Add("Cookie", cookies);

            using var response = await (address.Host == Product.Host ? _product : _provider).SendAsync(request, CancellationToken.None);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                    _cookies.SetCookies(address, cookie);
            }

            if (response.Headers.Location is { } next)
            {
                request = new(HttpMethod.Get, new Uri(address, next));
                continue;
            }

            var html = await response.PageAsync();
            if (html.Forms.Length == 1 && html.QuerySelector("input[name=state]") is not null && html.QuerySelector("input[name=as]") is null)
            {
                var fields = html.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(input => KeyValuePair.Create(input.Name!, input.Value)).Select(OnReturn).ToList();
                Returned = (new Uri(address, html.Forms[0].GetAttribute("action")), fields);
                request = new(HttpMethod.Post, Returned.Value.Address) { Content = new FormUrlEncodedContent(fields) };
                continue;
            }

            return new Page(address, response.StatusCode, html);
        }

        throw new InvalidOperationException($"More than {MaxHops} redirects.");
    }

    public sealed record Page(Uri Address, HttpStatusCode Status, IHtmlDocument Html)
    {
        public string Text => Html.QuerySelector("main")?.TextContent ?? Html.DocumentElement.TextContent;

        public string? SignedInAs => Html.QuerySelector("header .who")?.TextContent;
    }
}
