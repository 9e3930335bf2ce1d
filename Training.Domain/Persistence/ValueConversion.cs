using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.Time;

namespace Training.Domain.Persistence;

internal sealed class EnterpriseNumberConverter()
    : ValueConverter<EnterpriseNumber, string>(number => number.Digits, digits => EnterpriseNumber.Parse(digits));

internal sealed class EstablishmentUnitNumberConverter()
    : ValueConverter<EstablishmentUnitNumber, string>(number => number.Digits, digits => EstablishmentUnitNumber.Parse(digits));

/// <summary>SQLite has no type for a moment with an offset; stored as UTC text it sorts and compares as it should.</summary>
internal sealed class UtcMomentConverter() : ValueConverter<DateTimeOffset, DateTime>(
    moment => moment.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

/// <summary>Stored so that the database sorts the halves of a day as they follow each other; by their names the afternoon would come first.</summary>
internal sealed class DayPartConverter() : ValueConverter<DayPart, string>(
    part => part == DayPart.Morning ? "am" : "pm",
    stored => stored == "am" ? DayPart.Morning : DayPart.Afternoon);

/// <summary>Stretches of a day as text that a person can read: <c>09:00-09:20;15:40-16:30</c>.</summary>
internal sealed class IntervalsConverter() : ValueConverter<IReadOnlyList<TimeInterval>, string>(
    intervals => string.Join(';', intervals),
    text => Read(text))
{
    private static TimeInterval[] Read(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(TimeInterval.Parse)];
}

internal sealed class IntervalsComparer() : ValueComparer<IReadOnlyList<TimeInterval>>(
    (a, b) => a == null ? b == null : b != null && a.SequenceEqual(b),
    intervals => intervals.Aggregate(0, (hash, interval) => HashCode.Combine(hash, interval)),
    intervals => intervals);

/// <summary>Rules by their names, one after the other.</summary>
internal sealed class PolicyKindsConverter() : ValueConverter<IReadOnlyList<AttendancePolicyKind>, string>(
    kinds => string.Join(';', kinds),
    text => Read(text))
{
    private static AttendancePolicyKind[] Read(string text) => [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<AttendancePolicyKind>)];
}

internal sealed class PolicyKindsComparer() : ValueComparer<IReadOnlyList<AttendancePolicyKind>>(
    (a, b) => a == null ? b == null : b != null && a.SequenceEqual(b),
    kinds => kinds.Aggregate(0, (hash, kind) => HashCode.Combine(hash, kind)),
    kinds => kinds);

/// <summary>The parameter rows behind a figure, one after the other.</summary>
internal sealed class ParameterIdsConverter() : ValueConverter<IReadOnlyList<ParameterId>, string>(
    ids => string.Join(';', ids.Select(id => id.Value.ToString("N"))),
    text => Read(text))
{
    private static ParameterId[] Read(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(id => new ParameterId(Guid.ParseExact(id, "N")))];
}

internal sealed class ParameterIdsComparer() : ValueComparer<IReadOnlyList<ParameterId>>(
    (a, b) => a == null ? b == null : b != null && a.SequenceEqual(b),
    ids => ids.Aggregate(0, (hash, id) => HashCode.Combine(hash, id)),
    ids => ids);
