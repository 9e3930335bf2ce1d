using System.Globalization;

namespace Training.Domain.Certificates;

/// <summary>Three months of a year: the period that a certificate of regular attendance covers.</summary>
public readonly record struct Quarter
{
    public Quarter(DateOnly day) => First = new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);

    public DateOnly First { get; }

    public DateOnly Last => First.AddMonths(3).AddDays(-1);

    public bool Includes(DateOnly day) => First <= day && day <= Last;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-Q{((First.Month - 1) / 3) + 1}");
}
