using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Courses;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Courses;

public class ReviseCourseTests
{
    private static readonly CourseTerms Terms = new(
        new LocalizedText("Animer une réunion", "Een vergadering leiden"), new LocalizedText("Deux jours.", "Twee dagen."), ["participation"], 720,
        AttendancePolicyKind.GsobThreshold, 0.75m, 280, "COCOF")
    {
        FunctionCodes = ["FUN-SW"],
        SectorCodes = ["SEC-COH"],
        InContactWithPublic = true,
        LessonPeriodMinutes = 50,
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Keeps_for_a_session_the_version_with_which_it_was_sold(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var id = await WriteAsync(school, null, Terms);
        var room = new Training.Domain.Sessions.Room("Salle 1");
        var sold = await school.ReadAsync(db => db.Courses.Where(c => c.Id == id).Select(c => c.PublishedVersionId).SingleAsync(Ct));
        await school.SaveAsync(room, new Training.Domain.Sessions.Session("S-1", sold!.Value, Training.Domain.Sessions.TeachingLanguage.Fr, room.Id, 1, 10));

        await WriteAsync(school, id, Terms with { PriceEur = 300 });

        var now = await school.ReadAsync(db => db.Courses.Where(c => c.Id == id).Select(c => c.PublishedVersionId).SingleAsync(Ct));
        now.ShouldNotBe(sold);
        (await school.ReadAsync(db => db.Sessions.Where(s => s.Code == "S-1").Select(s => s.CourseVersionId).SingleAsync(Ct))).ShouldBe(sold.Value);
        (await school.ReadAsync(db => db.CourseVersions.Where(v => v.Id == sold).Select(v => v.PriceEur).SingleAsync(Ct))).ShouldBe(280);
        (await school.ReadAsync(db => db.CourseVersions.Where(v => v.CourseId == id).Select(v => v.Number).OrderBy(n => n).ToListAsync(Ct))).ShouldBe([1, 2]);
    }

    [Theory, BothDatabases]
    public async Task Publishes_nothing_that_is_said_in_one_language_only(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);

        var outcome = await AskAsync(school, null, Terms with { Objectives = new LocalizedText("Animer sans script.", "") });

        outcome.Refusal.ShouldBe(new TranslationMissing("REUN"));
        (await school.ReadAsync(db => db.Courses.Where(c => c.Code == "REUN").Select(c => c.PublishedVersionId).SingleAsync(Ct))).ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Holds_a_stale_translation_back_until_somebody_confirms_it(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var id = await WriteAsync(school, null, Terms);
        var changed = Terms with { Summary = new LocalizedText("Trois jours.", "Twee dagen.") };

        (await AskAsync(school, id, changed)).Refusal.ShouldBe(new TranslationStale("REUN"));
        var draft = await school.ReadAsync(db => db.CourseVersions.AsNoTracking().Where(v => v.CourseId == id && v.Number == 2).SingleAsync(Ct));
        (draft.FrIsStale, draft.NlIsStale).ShouldBe((false, true));
        (await school.ReadAsync(db => db.Courses.Where(c => c.Id == id).Select(c => c.PublishedVersionId).SingleAsync(Ct))).ShouldNotBe(draft.Id);

        (await AskAsync(school, id, changed, confirm: true)).IsRefused.ShouldBeFalse();
        var confirmed = await school.ReadAsync(db => db.CourseVersions.AsNoTracking().Where(v => v.Id == draft.Id).SingleAsync(Ct));
        confirmed.TranslationConfirmedBy.ShouldBe("tester");
        (await school.ReadAsync(db => db.Courses.Where(c => c.Id == id).Select(c => c.PublishedVersionId).SingleAsync(Ct))).ShouldBe(draft.Id);
    }

    [Theory, BothDatabases]
    public async Task Publishes_once_the_other_language_has_caught_up(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var id = await WriteAsync(school, null, Terms);
        await AskAsync(school, id, Terms with { Summary = new LocalizedText("Trois jours.", "Twee dagen.") });

        (await AskAsync(school, id, Terms with { Summary = new LocalizedText("Trois jours.", "Drie dagen.") })).IsRefused.ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task Keeps_target_groups_and_subjects_with_their_exam_marks(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var id = await WriteAsync(school, null, Terms);

        var version = await school.ReadAsync(db => db.CourseVersions.AsNoTracking().Include(v => v.TargetGroups).Include(v => v.Themes).Include(v => v.Subjects).Where(v => v.CourseId == id).SingleAsync(Ct));

        version.Says(Terms).ShouldBeTrue();
        version.Subjects.Select(s => (s.Code, s.LessonMinutes, s.ExamMarks)).ShouldBe([("law", 360, 20)]);
    }

    private static async Task<CourseId> WriteAsync(TestSchool school, CourseId? id, CourseTerms terms)
    {
        (await AskAsync(school, id, terms)).IsRefused.ShouldBeFalse();
        return await school.ReadAsync(db => db.Courses.Where(c => c.Code == "REUN").Select(c => c.Id).SingleAsync(Ct));
    }

    private static Task<Outcome<string>> AskAsync(TestSchool school, CourseId? id, CourseTerms terms, bool confirm = false) =>
        school.DoAsync((ReviseCourse use) => use.HandleAsync(
            new(id, "REUN", CourseKind.Course, terms, [new("law", new LocalizedText("Cadre", "Kader"), 360, 20)], confirm, Publish: true), Ct));
}
