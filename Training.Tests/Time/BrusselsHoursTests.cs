using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Messages;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Training.Tests.Messages;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.Time;

/// <summary>Hours are those of the wall in Brussels, on the Sundays when the clocks change and in a night that is two days by universal time.</summary>
public class BrusselsHoursTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Are_the_same_on_the_page_in_the_calendar_and_on_paper(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        app.Clock.SetOfficeTime("2026-02-02 09:00");
        var (session, person, _) = await SeatedSession.AddAsync(app,
        [
            (new(2026, 3, 29), TimeInterval.Parse("09:00-12:00")), (new(2026, 7, 1), TimeInterval.Parse("00:30-03:30")),
            (new(2026, 10, 25), TimeInterval.Parse("09:00-12:00")),
        ]);
        var registers = await app.ReadAsync(db => db.Registers.AsNoTracking().Where(r => r.SessionId == session.Id).OrderBy(r => r.Date).ToListAsync(Ct));

        var events = (await CalendarReading.ReadAsync(await SeatedSession.LetterAsync(app, person, MessageKind.SeatConfirmed))).Select(calendar => calendar.Events.Single());
        events.Select(day => (day.Start, day.End, day.Utc)).ShouldBe(
        [
            ("2026-03-29T09:00:00", "2026-03-29T12:00:00", "2026-03-29T07:00:00Z"),
            ("2026-07-01T00:30:00", "2026-07-01T03:30:00", "2026-06-30T22:30:00Z"),
            ("2026-10-25T09:00:00", "2026-10-25T12:00:00", "2026-10-25T08:00:00Z"),
        ]);

        var planner = await app.ClientForAsync("planner");
        var expected = new[] { ("29", "09:00", "12:00", "dimanche 29 mars 2026"), ("1", "00:30", "03:30", "mercredi 1 juillet 2026"), ("25", "09:00", "12:00", "dimanche 25 octobre 2026") };
        var offered = (await app.Anonymous().PageAsync("/fr/sessions/S-1")).QuerySelector("main")!.TextContent;
        foreach (var (register, (day, from, to, date)) in registers.Zip(expected))
        {
            var page = (await planner.PageAsync($"/fr/registers/{register.Id.Value}")).QuerySelector("main")!.TextContent;
            using var answer = await planner.GetAsync(new Uri($"/fr/sheets/{register.SheetCode}/sheet.pdf", UriKind.Relative), Ct);
            var paper = PdfReading.TextOf(await answer.Content.ReadAsByteArrayAsync(Ct));

            foreach (var (shown, where) in new[] { (offered, "session"), (page, "register"), (paper, "sheet") })
            {
                shown.ShouldContain(day, Case.Sensitive, where);
                shown.ShouldContain(from, Case.Sensitive, where);
                shown.ShouldContain(to, Case.Sensitive, where);
            }

            paper.ShouldContain(date);
        }
    }
}
