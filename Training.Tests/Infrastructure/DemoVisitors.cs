using Shouldly;

namespace Training.Tests.Infrastructure;

internal static class DemoVisitors
{
    /// <summary>Becomes a persona of the sample school.</summary>
    public static async Task<HttpClient> SignedInAsAsync(this HttpClient client, string persona)
    {
        using var form = new FormUrlEncodedContent([new("persona", persona)]);
        using var response = await client.PostAsync(new Uri("/demo/sign-in", UriKind.Relative), form);
        ((int)response.StatusCode).ShouldBeInRange(300, 399, $"Signing in as {persona} should lead on to a page.");
        return client;
    }
}
