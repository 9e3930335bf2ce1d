namespace Training.Web.Features.Registers;

/// <summary>What became of one entry of a device.</summary>
public sealed record DeviceAnswer(Guid Key, string Answer)
{
    public const string Sent = "sent";
    public const string Differs = "differs";
    public const string Refused = "refused";

    /// <summary>Why, when it was refused.</summary>
    public string? Text { get; init; }

    public string? Known { get; init; }

    /// <summary>What the register says now.</summary>
    public DeviceForm.Words? Now { get; init; }

    /// <summary>When the register said so, in milliseconds of the server's clock: a page that is older gives way.</summary>
    public long AsOf { get; init; }

    /// <summary>Who said so, and when, where it differs.</summary>
    public string? By { get; init; }

    public DateTimeOffset? At { get; init; }
}
