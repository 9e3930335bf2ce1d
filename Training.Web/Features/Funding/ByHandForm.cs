using System.Globalization;
using Training.Domain.Enrolments;
using Training.Domain.Funding;
using Training.Domain.People;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Funding;

/// <summary>Minutes that a manager allocates, or takes back with a minus, and why.</summary>
public sealed class ByHandForm
{
    private const int MostMinutes = 24 * 60;

    public Guid Enrolment { get; set; }

    public Guid Slot { get; set; }

    public string? Minutes { get; set; }

    public string? Reason { get; set; }

    /// <summary>Nothing when what was typed is no number of minutes.</summary>
    public int? ReadMinutes =>
        int.TryParse(Minutes?.Replace('−', '-'), NumberStyles.Integer, CultureInfo.InvariantCulture, out var minutes) && minutes is not 0 and >= -MostMinutes and <= MostMinutes ? minutes : null;

    /// <summary>What is wrong with it, in the reader's language.</summary>
    public string? Problem(Texts texts) =>
        ReadMinutes is null ? texts["Funding_MinutesUnreadable"]
        : string.IsNullOrWhiteSpace(Reason) ? texts.Of(new ReasonMissing())
        : Reason.Length > AllocationLine.ReasonMaxLength ? texts["Form_TooLong", AllocationLine.ReasonMaxLength]
        : NationalNumberDetector.IsIn(Reason) ? texts["NationalNumberFound"]
        : null;
}
