namespace Training.Domain.Keys;

/// <summary>A key that signs cookies, links and forms, where every node and every backup has it.</summary>
public sealed class ProtectionKey(string name, string xml, DateTimeOffset recordedAt)
{
    public const int NameMaxLength = 100;

    public string Name { get; private set; } = name;

    public string Xml { get; private set; } = xml;

    public DateTimeOffset RecordedAt { get; private set; } = recordedAt;
}
