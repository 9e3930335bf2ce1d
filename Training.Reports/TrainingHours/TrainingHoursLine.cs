using Training.Domain.People;
using Training.Reports.Reporting;

namespace Training.Reports.TrainingHours;

/// <summary>Which hours are asked for. Organisation, funder, theme and course are codes; nothing means all.</summary>
public sealed record TrainingHoursFilter(DateOnly From, DateOnly To, string? Funder = null, string? Theme = null, string? Course = null, PersonId? Person = null);

/// <summary>
/// The hours of one person at one organisation, of sealed half-days only. Durations are minutes; an empty figure is not known, which is not the
/// same as nothing.
/// </summary>
/// <param name="Granted">Time release of the year in which the period ends, without what was carried in. It is for all courses: where some are asked for, it is not known.</param>
/// <param name="Elsewhere">Used outside this school, or moved to the next year.</param>
public sealed record TrainingHoursLine(
    ParticipantTraits Who, int? Granted, int? CarriedIn, int? Reserved, int? Used, int? Expired, int? Elsewhere, int? Balance, int Attended, int Exchange, int Participations, int Certificates, int NoShows)
{
    internal bool SaysSomething => Attended + Exchange + Certificates + NoShows + (Reserved ?? 0) + (Used ?? 0) > 0;
}
