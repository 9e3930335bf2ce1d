using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Tests.Infrastructure;
using Training.Web.Features.Shared;
using Xunit;

namespace Training.Tests.Faults;

/// <summary>A process on SQLite none of whose files may grow, by the limit that the system has for it, as on a disk that is full.</summary>
public class FullDiskTests
{
    private const string Places = "/fr/planning/places";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_no_half_says_so_and_is_over_when_there_is_room_again()
    {
        await using var database = await SampleSchoolTemplate.CloneAsync(Engine.Sqlite);
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);
        await using var product = await RunningProduct.StartOnAsync(database, Ct);
        var planner = await product.ClientForAsync("planner");
        var before = await CountsAsync(services);

        await product.LimitFilesAsync(1);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var refused = await AddRoomAsync(planner);
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await refused.PageAsync()).QuerySelector("h1").ShouldNotBeNull().TextContent.ShouldBe(new Texts().In("fr", "Error_503_Title"));
        }

        (await CountsAsync(services)).ShouldBe(before);
        await product.LimitFilesAsync(null);
        using var accepted = await AddRoomAsync(planner);
        accepted.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var after = await CountsAsync(services);
        (after.Rooms, after.Changes).ShouldBe((before.Rooms + 1, before.Changes + 1));
        (await services.ReadAsync(db => db.Database.SqlQuery<string>($"select integrity_check as \"Value\" from pragma_integrity_check").ToListAsync(Ct))).ShouldBe(["ok"]);
        await database.ShouldHoldTogetherAsync();
    }

    private static async Task<HttpResponseMessage> AddRoomAsync(HttpClient planner) =>
        await planner.SubmitAsync(Places, (await planner.PageAsync(Places)).QuerySelectorAll<IHtmlFormElement>($"main form[action='{Places}/rooms']").Last(), ("name", "Salle de secours"));

    private static Task<(int Rooms, int Changes)> CountsAsync(IServiceProvider services) =>
        services.ReadAsync(async db => (await db.Rooms.CountAsync(Ct), await db.ChangeRecords.CountAsync(Ct)));
}
