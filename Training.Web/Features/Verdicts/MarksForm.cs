using System.Globalization;
using Training.Domain.Attendance.Exams;
using Training.Domain.Enrolments;

namespace Training.Web.Features.Verdicts;

/// <summary>The marks of an exam: a line for each person, a field for each subject.</summary>
public sealed class MarksForm
{
    public IList<Row> Rows { get; } = [];

    public bool IsReadable => Rows.SelectMany(row => row.Subjects).All(subject => subject.Entry is not null);

    public IReadOnlyList<EnterExamMarks.Line> Lines =>
        [.. Rows.SelectMany(row => row.Subjects.Select(subject => new EnterExamMarks.Line(new EnrolmentId(row.Enrolment), subject.Code ?? "", subject.Entry ?? default)))];

    public sealed class Row
    {
        public Guid Enrolment { get; set; }

        public IList<Subject> Subjects { get; } = [];
    }

    public sealed class Subject
    {
        public string? Code { get; set; }

        public string? Marks { get; set; }

        public bool IsExempt { get; set; }

        /// <summary>Nothing when the marks cannot be read. A decimal comma and a decimal point are both how people here write.</summary>
        public ExamEntry? Entry => string.IsNullOrWhiteSpace(Marks)
            ? new ExamEntry(null, IsExempt)
            : decimal.TryParse(Marks.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var marks) ? new ExamEntry(marks, IsExempt) : null;
    }
}
