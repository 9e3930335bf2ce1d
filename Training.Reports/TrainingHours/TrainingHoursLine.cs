using Training.Reports.Reporting;

namespace Training.Reports.TrainingHours;

/// <summary>Which hours are asked for. Organisation, funder, theme and course are codes; nothing means all.</summary>
public sealed record TrainingHoursFilter(DateOnly From, DateOnly To, string? Funder = null, string? Theme = null, string? Course = null);

/// <summary>
/// The hours of one person at one organisation, of sealed half-days only. Durations are minutes; an empty figure is not known, which is not the
/// same as nothing.
/// </summary>
/// <param name="Granted">Time release of the year in which the period ends, without what was carried in.</param>
public sealed record TrainingHoursLine(
    ParticipantTraits Who, int? Granted, int CarriedIn, int Reserved, int Used, int Expired, int? Balance, int Attended, int Exchange, int Participations, int Certificates, int NoShows)
{
    internal bool SaysSomething => Attended + Exchange + Certificates + NoShows + Reserved + Used > 0;
}
