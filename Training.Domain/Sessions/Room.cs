using Training.Domain.Courses;

namespace Training.Domain.Sessions;

public readonly record struct VenueId(Guid Value) : IId<VenueId>
{
    public static VenueId From(Guid value) => new(value);
}

/// <summary>A building where courses are given. Streets in Brussels have a name in each language.</summary>
public sealed class Venue
{
    public const int NameMaxLength = 200;

    private Venue() => (Name, Address, Nis) = (LocalizedText.Empty, LocalizedText.Empty, "");

    public Venue(LocalizedText name, LocalizedText address, string nis) : this()
    {
        Id = new VenueId(Guid.CreateVersion7());
        Restate(name, address, nis);
    }

    public VenueId Id { get; private set; }

    public LocalizedText Name { get; private set; }

    public LocalizedText Address { get; private set; }

    /// <summary>The municipality in which it stands.</summary>
    public string Nis { get; private set; }

    public void Restate(LocalizedText name, LocalizedText address, string nis) => (Name, Address, Nis) = (name, address, nis);
}

/// <summary>Something that a room may offer, from the list that the school keeps.</summary>
public sealed class Equipment
{
    public const int CodeMaxLength = 40;

    private Equipment() => (Code, Label) = ("", LocalizedText.Empty);

    public Equipment(string code, LocalizedText label) => (Code, Label) = (code, label);

    public string Code { get; private set; }

    public LocalizedText Label { get; private set; }
}

public sealed class RoomEquipment(RoomId roomId, string equipmentCode)
{
    public RoomId RoomId { get; private set; } = roomId;

    public string EquipmentCode { get; private set; } = equipmentCode;
}

public readonly record struct RoomId(Guid Value) : IId<RoomId>
{
    public static RoomId From(Guid value) => new(value);
}

public sealed class Room(string name)
{
    public const int NameMaxLength = 100;

    private readonly List<RoomEquipment> _equipment = [];

    public RoomId Id { get; private set; } = new(Guid.CreateVersion7());

    public string Name { get; private set; } = name;

    /// <summary>Nothing while nobody has said in which building it is.</summary>
    public VenueId? VenueId { get; private set; }

    /// <summary>How many people it holds; nothing while nobody has counted.</summary>
    public int? Capacity { get; private set; }

    /// <summary>Counts the changes of plan in this room: planners who change it at the same moment wait for each other here.</summary>
    public int PlanVersion { get; private set; }

    public IReadOnlyList<RoomEquipment> Equipment => _equipment;

    public void Restate(string name, VenueId? venue, int? capacity, IReadOnlyCollection<string> equipment)
    {
        (Name, VenueId, Capacity) = (name, venue, capacity);
        _equipment.RemoveAll(item => !equipment.Contains(item.EquipmentCode));
        _equipment.AddRange(equipment.Except(_equipment.Select(item => item.EquipmentCode)).ToList().Select(code => new RoomEquipment(Id, code)));
    }
}
