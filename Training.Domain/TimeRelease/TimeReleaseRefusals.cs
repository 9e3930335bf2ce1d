namespace Training.Domain.TimeRelease;

public sealed record NotEnoughTimeRelease(int NeededMinutes, int AvailableMinutes) : Refusal
{
    public int MissingMinutes => NeededMinutes - AvailableMinutes;
}
