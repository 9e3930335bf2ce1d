using Shouldly;
using Training.Domain.Parameters;
using Xunit;

namespace Training.Tests.Parameters;

public class ParameterBookTests
{
    private static readonly Guid Employer = Guid.CreateVersion7();
    private static readonly Guid Course = Guid.CreateVersion7();

    [Fact]
    public void Gives_the_most_specific_scope_that_was_asked_about()
    {
        var book = new ParameterBook([
            Row("geco.minutesPerFte", "2280"),
            Row("geco.minutesPerFte", "2736", scope: ParameterScope.Organisation, id: Employer),
            Row("geco.minutesPerFte", "600", scope: ParameterScope.Course, id: Course)]);

        book.Number("geco.minutesPerFte", new(2026, 5, 4)).ShouldBe(2280);
        book.Number("geco.minutesPerFte", new(2026, 5, 4), Employer).ShouldBe(2736);
        book.Number("geco.minutesPerFte", new(2026, 5, 4), Employer, Course).ShouldBe(600);
        book.Number("geco.minutesPerFte", new(2026, 5, 4), Guid.CreateVersion7()).ShouldBe(2280);
    }

    [Fact]
    public void Gives_a_narrow_row_only_on_the_days_that_it_covers()
    {
        var book = new ParameterBook([
            Row("geco.minutesPerFte", "2280"),
            Row("geco.minutesPerFte", "2736", from: "2026-01-01", to: "2026-12-31", scope: ParameterScope.Organisation, id: Employer)]);

        book.Number("geco.minutesPerFte", new(2025, 12, 31), Employer).ShouldBe(2280);
        book.Number("geco.minutesPerFte", new(2026, 1, 1), Employer).ShouldBe(2736);
        book.Number("geco.minutesPerFte", new(2027, 1, 1), Employer).ShouldBe(2280);
    }

    [Fact]
    public void Names_the_key_and_the_reference_date_that_nobody_has_filled()
    {
        var book = new ParameterBook([Row("pel.cap.vocational.hours", "120", from: "2023-09-01")]);

        var missing = Should.Throw<MissingParameterException>(() => book.Number("pel.cap.vocational.hours", new(2023, 6, 30)));

        missing.Key.ShouldBe("pel.cap.vocational.hours");
        missing.Date.ShouldBe(new DateOnly(2022, 9, 1));
        missing.Message.ShouldContain("2022-09-01");
    }

    [Theory]
    [InlineData("pel.minFraction", "2026-08-31", "2025-09-01")]
    [InlineData("pel.minFraction", "2026-09-01", "2026-09-01")]
    [InlineData("ior.days.ge20", "2026-06-17", "2026-01-01")]
    [InlineData("geco.minutesPerFte", "2026-06-17", "2026-06-17")]
    [InlineData("gsob.invoice.days", "2026-06-17", "2026-06-17")]
    public void Judges_by_the_reference_date_of_the_key(string key, string day, string reference) =>
        ReferenceDates.For(key, Day(day)).ShouldBe(Day(reference));

    [Fact]
    public void Gives_of_two_rows_for_the_same_day_the_one_recorded_last()
    {
        var book = new ParameterBook([Row("gsob.invoice.days", "60"), Row("gsob.invoice.days", "45", from: "2026-01-01", recorded: 1)]);

        book.Number("gsob.invoice.days", new(2025, 12, 31)).ShouldBe(60);
        book.Number("gsob.invoice.days", new(2026, 1, 1)).ShouldBe(45);
    }

    [Fact]
    public void Shows_a_line_of_time_without_overlaps_and_with_its_gaps()
    {
        var line = ParameterTimeline.Of([
            Row("pel.refund.perHour", "21.30", from: "2019-09-01", to: "2020-08-31"),
            Row("pel.refund.perHour", "22.07", from: "2022-09-01"),
            Row("pel.refund.perHour", "23", from: "2024-09-01", recorded: 1)]);

        line.Select(stretch => (stretch.From.ToString("yyyy-MM-dd", null), stretch.To?.ToString("yyyy-MM-dd", null), stretch.Row?.Value)).ShouldBe([
            ("2019-09-01", "2020-08-31", "21.30"), ("2020-09-01", "2022-08-31", null), ("2022-09-01", "2024-08-31", "22.07"), ("2024-09-01", null, "23")]);
    }

    [Fact]
    public void Finds_the_first_day_without_a_value()
    {
        var rows = new[] { Row("gsob.invoice.days", "60", to: "2026-12-31") };

        ParameterTimeline.FirstGap("gsob.invoice.days", rows, new(2026, 11, 23), new(2027, 1, 22)).ShouldBe(new DateOnly(2027, 1, 1));
        ParameterTimeline.FirstGap("gsob.invoice.days", rows, new(2026, 10, 1), new(2026, 11, 30)).ShouldBeNull();
    }

    [Theory]
    [InlineData("15", ParameterKind.WholeNumber)]
    [InlineData("0.75", ParameterKind.Fraction)]
    [InlineData("true", ParameterKind.YesOrNo)]
    [InlineData("03-31", ParameterKind.DayOfYear)]
    [InlineData("day-weighted", ParameterKind.Words)]
    public void Knows_the_kind_of_a_value(string value, ParameterKind kind) => ParameterKinds.Of(value).ShouldBe(kind);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Parameter Row(
        string key, string value, string from = "2012-01-01", string? to = null, ParameterScope scope = ParameterScope.Global, Guid? id = null, int recorded = 0) => new(
        new ParameterRow(key, value, Day(from), to is null ? null : Day(to), "test", ParameterCertainty.Design, scope, id),
        "tester", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(recorded));
}
