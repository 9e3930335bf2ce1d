using System.ComponentModel.DataAnnotations;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Enrolments;

namespace Training.Web.Features.Sheets;

/// <summary>What the secretariat ticked: who signed.</summary>
public sealed class SignatureForm
{
    /// <summary>The button that says that everybody who was there has signed, and nobody else.</summary>
    public const string AllPresent = "all-present";

    public string? Button { get; set; }

    public bool TrainerSigned { get; set; }

    public IList<Row> Rows { get; } = [];

    public IReadOnlyList<CheckSignatures.Line> LinesFor(HalfDaySheetPage page)
    {
        if (Button == AllPresent)
        {
            return
            [
                .. TrainerOf(page, hasSigned: true),
                .. page.People.Where(row => row.Drawn is null).Select(row => new CheckSignatures.Line(row.Enrolment, row.Attended > 0 ? SignatureFinding.OnSheet : SignatureFinding.Missing)),
            ];
        }

        var onScreen = page.People.Where(row => row.Drawn is not null).Select(row => row.Enrolment.Value).ToHashSet();
        return
        [
            .. TrainerOf(page, TrainerSigned),
            .. Rows.Where(row => row.IsSaid || !onScreen.Contains(row.Enrolment)).Select(row => new CheckSignatures.Line(new EnrolmentId(row.Enrolment), row.Finding, row.Proof)),
        ];
    }

    // What was drawn on a screen stands, whatever is not ticked about paper.
    private static IEnumerable<CheckSignatures.Line> TrainerOf(HalfDaySheetPage page, bool hasSigned) =>
        page.Countersignature is null ? [new(null, hasSigned ? SignatureFinding.OnSheet : SignatureFinding.Missing)] : [];

    public sealed class Row
    {
        public Guid Enrolment { get; set; }

        public bool OnSheet { get; set; }

        /// <summary>What proves it where the sheet does not.</summary>
        [StringLength(SignatureCheck.ReasonMaxLength)]
        public string? Proof { get; set; }

        /// <summary>Whether the secretariat says anything in favour of the person.</summary>
        public bool IsSaid => Finding != SignatureFinding.Missing;

        public SignatureFinding Finding => OnSheet ? SignatureFinding.OnSheet : string.IsNullOrWhiteSpace(Proof) ? SignatureFinding.Missing : SignatureFinding.ProvenOtherwise;
    }
}
