namespace Training.Web.Messages;

public enum MailSecurity
{
    None,
    StartTls,
    Tls,
}

/// <summary>Where mail goes: to a server when one is named, else into a folder.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>A folder that receives one .eml file for each message; relative to the content root.</summary>
    public string Pickup { get; init; } = "App_Data/mail";

    /// <summary>The SMTP server, or nothing for the folder.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>The login, where the server asks for one.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }
}
