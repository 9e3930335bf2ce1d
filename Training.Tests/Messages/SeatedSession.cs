using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Shouldly;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Training.Web.Messages;
using Xunit;

namespace Training.Tests.Messages;

/// <summary>One person of one employer in one session, and the letters that she has of it.</summary>
internal static class SeatedSession
{
    private static readonly string[] WholeDay = ["09:00-12:00", "13:00-16:00"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="days">As <c>2027-01-18</c>: each has a morning and an afternoon.</param>
    /// <param name="approve">Whether the employer has agreed.</param>
    public static Task<(Session Session, Person Person, EnrolmentId Enrolment)> AddAsync(TrainingApp app, string[] days, bool approve = true) =>
        AddAsync(app, [.. days.SelectMany(day => WholeDay.Select(hours => (DateOnly.ParseExact(day, "yyyy-MM-dd", null), TimeInterval.Parse(hours))))], approve);

    public static async Task<(Session Session, Person Person, EnrolmentId Enrolment)> AddAsync(
        TrainingApp app, IReadOnlyList<(DateOnly Day, TimeInterval Hours)> slots, bool approve = true)
    {
        var (room, course) = (new Room("Salle 1"), new Course("C-1", CourseKind.Course));
        course.Publish(course.Revise(new CourseTerms(
            new LocalizedText("Cours", "Opleiding"), new LocalizedText("…", "…"), ["prevention"], 360, AttendancePolicyKind.GsobThreshold, 0.75m, 200, "COCOF")));
        var employer = new Organisation("ORG-1", new OrganisationFacts(OrganisationType.Association, new LocalizedText("A", "A"), null, null, LanguageRegime.Bilingual, "SEC-COH", null));
        var person = new Person(new PersonFacts("Anna", "Test", "anna@example.org", CorrespondenceLanguage.Fr, Gender.NotStated, null, null));
        await app.SaveAsync(room, course, employer, person, new Employment(person.Id, employer.Id, new EmploymentTerms("FUN-SW", 1, FundingStatus.NotGeco, StaffCategory.Private, 4, null, new(2020, 1, 1))));
        var session = new Session("S-1", course.PublishedVersionId!.Value, TeachingLanguage.Fr, room.Id, 1, 12);
        foreach (var (day, hours) in slots)
            session.Plan(day, hours).IsRefused.ShouldBeFalse();
        await app.SaveAsync([session, .. session.Slots.Select(slot => (slot.Date, slot.Part)).Distinct().Select(half => new HalfDayRegister(session.Id, half.Date, half.Part))]);

        var answers = await app.DoAsync((EnrolColleagues use) => use.HandleAsync(
            new(session.Id, employer.Id, [new EnrolColleagues.Wish(person.Id)], approve ? new Decider(null) : null), Ct));
        return (session, person, answers.Single().Outcome.Value);
    }

    public static async Task<MimeMessage> LetterAsync(TrainingApp app, Person person, MessageKind kind)
    {
        var message = await app.ReadAsync(db => db.OutboxMessages.AsNoTracking().Where(m => m.RecipientId == person.Id && m.Kind == kind).SingleAsync(Ct));
        using var posted = new MemoryStream();
        await app.Services.GetRequiredService<MessageWriter>().Write(message, person).WriteToAsync(posted, Ct);
        posted.Position = 0;
        return await MimeMessage.LoadAsync(posted, Ct);
    }
}
