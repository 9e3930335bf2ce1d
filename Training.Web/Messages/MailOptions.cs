namespace Training.Web.Messages;

/// <summary>Where mail goes.</summary>
public sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>A folder that receives one .eml file for each message; relative to the content root.</summary>
    public string Pickup { get; init; } = "App_Data/mail";
}
