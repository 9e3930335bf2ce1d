using System.Net;

namespace Training.Provider;

/// <summary>The page on which the provider asks who one is.</summary>
internal static class SignInPage
{
    public static string For(HttpRequest request)
    {
        var hidden = string.Concat(request.Query.Select(field =>
            $"<input type=\"hidden\" name=\"{WebUtility.HtmlEncode(field.Key)}\" value=\"{WebUtility.HtmlEncode(field.Value)}\">"));
        var twists = string.Concat(Enum.GetNames<Twist>().Select(twist => $"<option>{twist}</option>"));
        return $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Provider</title><link rel="icon" href="data:,"></head>
            <body><main><h1>Who are you?</h1>
            <form method="post" action="{request.Path}">{hidden}
            <p><label>Name <input name="as" autofocus required pattern="[a-z0-9.\-]+"></label></p>
            <p><label>What is wrong with the token <select name="twist">{twists}</select></label></p>
            <p><button>Sign in</button></p></form></main></body></html>
            """;
    }
}
