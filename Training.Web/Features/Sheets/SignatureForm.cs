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
            return [new(null, SignatureFinding.OnSheet), .. page.People.Select(row => new CheckSignatures.Line(row.Enrolment, row.Attended > 0 ? SignatureFinding.OnSheet : SignatureFinding.Missing))];

        return
        [
            new(null, TrainerSigned ? SignatureFinding.OnSheet : SignatureFinding.Missing),
            .. Rows.Select(row => new CheckSignatures.Line(new EnrolmentId(row.Enrolment), row.Finding, row.Proof)),
        ];
    }

    public sealed class Row
    {
        public Guid Enrolment { get; set; }

        public bool OnSheet { get; set; }

        /// <summary>What proves it where the sheet does not.</summary>
        [StringLength(SignatureCheck.ReasonMaxLength)]
        public string? Proof { get; set; }

        public SignatureFinding Finding => OnSheet ? SignatureFinding.OnSheet : string.IsNullOrWhiteSpace(Proof) ? SignatureFinding.Missing : SignatureFinding.ProvenOtherwise;
    }
}
