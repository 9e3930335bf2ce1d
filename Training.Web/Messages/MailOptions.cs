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

    /// <summary>From this hour of the office on nothing is sent but a cancellation for the same day.</summary>
    public TimeOnly QuietFrom { get; init; } = new(21, 0);

    /// <summary>Until this hour.</summary>
    public TimeOnly QuietUntil { get; init; } = new(7, 0);

    /// <summary>The hour of the office at which messages go that wait for each other.</summary>
    public TimeOnly DigestAt { get; init; } = new(8, 0);

    public bool IsQuiet(TimeOnly time) => QuietFrom > QuietUntil ? time >= QuietFrom || time < QuietUntil : time >= QuietFrom && time < QuietUntil;
}
