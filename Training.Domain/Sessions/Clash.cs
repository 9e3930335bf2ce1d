using Training.Domain.People;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

/// <summary>Something that stands in the way of a plan on one day.</summary>
/// <param name="Other">The session with which it clashes, and <paramref name="OtherCode"/> its code; nothing where no session is concerned.</param>
/// <param name="Name">The room, the trainer or the participant in words.</param>
/// <param name="Hours">The time that both want; nothing for a whole day.</param>
public sealed record Clash(
    ClashKind Kind, SessionId? Other, string OtherCode, RoomId? Room, PersonId? Person, string Name, DateOnly Date, TimeInterval? Hours);
