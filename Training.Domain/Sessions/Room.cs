namespace Training.Domain.Sessions;

public readonly record struct RoomId(Guid Value) : IId<RoomId>
{
    public static RoomId From(Guid value) => new(value);
}

public sealed class Room(string name)
{
    public const int NameMaxLength = 100;

    public RoomId Id { get; private set; } = new(Guid.CreateVersion7());

    public string Name { get; private set; } = name;
}
