using Training.Domain.Time;

namespace Training.Benchmarks;

/// <summary>The clock of the school's office.</summary>
internal static class Office
{
    public static readonly OfficeClock Clock = new(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels"));
}
