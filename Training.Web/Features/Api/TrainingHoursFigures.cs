using Training.Reports.TrainingHours;

namespace Training.Web.Features.Api;

/// <summary>Minutes of training in a period, as known at an instant. Only sealed half-days count.</summary>
public sealed record TrainingHoursFigures(DateOnly From, DateOnly To, DateTimeOffset CutOff, IReadOnlyList<TrainingHoursFigures.Organisation> Organisations)
{
    public sealed record Organisation(string Code, string NameFr, string NameNl, int AttendedMinutes, int ExchangeMinutes, int Participations, int Certificates);

    public static TrainingHoursFigures Of(DateOnly from, DateOnly to, DateTimeOffset cutOff, IReadOnlyList<TrainingHoursLine> found) => new(
        from, to, cutOff,
        [
            .. found.GroupBy(line => line.Who.OrganisationCode).Select(lines => new Organisation(
                lines.Key, lines.First().Who.Organisation.Fr, lines.First().Who.Organisation.Nl,
                lines.Sum(line => line.Attended), lines.Sum(line => line.Exchange), lines.Sum(line => line.Participations), lines.Sum(line => line.Certificates))),
        ]);
}
