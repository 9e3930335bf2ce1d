using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;
using Training.Tests.Infrastructure;

namespace Training.Tests.Reports;

/// <summary>Organisations, courses and people of a test, taught through the same use cases as the product's.</summary>
internal sealed class TaughtSchool(TestSchool school, CancellationToken ct)
{
    private readonly Dictionary<string, Room> _rooms = [];

    public async Task<Organisation> OrganisationAsync(string code, string name)
    {
        var facts = new OrganisationFacts(
            OrganisationType.Association, new LocalizedText(name, name + " (NL)"), null, null, LanguageRegime.Bilingual, "SEC-COH", null);
        var organisation = new Organisation(code, facts);
        // A cap on the hours of GECO posts, so that every balance is one that can run out.
        await school.SaveAsync(organisation, new SchemeAdoption(organisation.Id, Schemes.GecoLocal, new DateOnly(2020, 1, 1), "Annexe 3", "tester", TestClock.New().GetUtcNow()));
        return organisation;
    }

    public async Task<Person> PersonAsync(
        Organisation employer, string firstName, decimal fte = 1, Gender gender = Gender.NotStated, CorrespondenceLanguage language = CorrespondenceLanguage.Fr,
        int yearOfBirth = 1990, string? eMail = null)
    {
        var person = new Person(new PersonFacts(firstName, "Test", eMail ?? $"{firstName.ToUpperInvariant()}@example.org", language, gender, yearOfBirth, 4));
        var terms = new EmploymentTerms(
            "FUN-SW", fte, FundingStatus.GecoAssociation, StaffCategory.Private, 4, "ACS-1", new DateOnly(2020, 1, 1));
        await school.SaveAsync(person, new Employment(person.Id, employer.Id, terms));
        return person;
    }

    /// <summary>A session of one day or some in a row: on each a morning of at most so many minutes and what is left of the minutes in the afternoon.</summary>
    public async Task<Session> SessionAsync(
        string code, int minutes, DateOnly day, CourseKind kind = CourseKind.Course, string funder = "COCOF", string theme = "prevention", string room = "Salle 1", int morning = 180, int days = 1,
        AttendancePolicyKind policy = AttendancePolicyKind.GsobThreshold)
    {
        if (!_rooms.TryGetValue(room, out var venue))
            await school.SaveAsync(_rooms[room] = venue = new Room(room));

        var course = new Course("C-" + code, kind);
        var version = course.Revise(new CourseTerms(
            new LocalizedText("Cours " + code, "Opleiding " + code), new LocalizedText("…", "…"), [theme], minutes * days, policy, 0.75m, 200, funder));
        course.Publish(version);
        await school.SaveAsync(course);

        var session = new Session(code, version.Id, TeachingLanguage.Fr, venue.Id, 1, 20);
        morning = Math.Min(minutes, morning);
        var registers = new List<HalfDayRegister>();
        foreach (var date in Enumerable.Range(0, days).Select(day.AddDays))
        {
            session.Plan(date, new TimeInterval(new(9, 0), new TimeOnly(9, 0).AddMinutes(morning)));
            registers.Add(new(session.Id, date, DayPart.Morning));
            if (minutes > morning)
            {
                session.Plan(date, new TimeInterval(new(13, 0), new TimeOnly(13, 0).AddMinutes(minutes - morning)));
                registers.Add(new(session.Id, date, DayPart.Afternoon));
            }
        }

        await school.SaveAsync([session, .. registers]);
        return session;
    }

    /// <summary>Enrols, with the employer's approval.</summary>
    public async Task<EnrolmentId> EnrolAsync(Session session, Organisation employer, Person person)
    {
        var lines = await school.DoAsync((EnrolColleagues use) => use.HandleAsync(new(session.Id, employer.Id, [new(person.Id)]), ct));
        var enrolment = lines.Single().Outcome;
        enrolment.IsRefused.ShouldBeFalse();
        await school.DoAsync((DecideRequest use) => use.HandleAsync(new(enrolment.Value, Approve: true, null, Reader.WholeSchool), ct));
        return enrolment.Value;
    }

    /// <summary>On the last day: everybody is marked as told and the half-days are closed.</summary>
    public async Task TeachAsync(Session session, params (EnrolmentId Enrolment, Presence Presence)[] seen)
    {
        school.Clock.SetOfficeTime(session.LastDay!.Value, new TimeOnly(17, 0));
        foreach (var register in await RegistersAsync(session))
        {
            var marks = seen.Select(one => new MarkAttendance.Seen(one.Enrolment, one.Presence)).ToList();
            (await school.DoAsync((MarkAttendance use) => use.HandleAsync(new(register, marks, Reader.WholeSchool), ct))).IsRefused.ShouldBeFalse();
            (await school.DoAsync((CloseHalfDay use) => use.HandleAsync(new(register, Reader.WholeSchool), ct))).IsRefused.ShouldBeFalse();
        }
    }

    public Task RuleAsync(EnrolmentId enrolment, DateOnly day, AbsenceKind kind, TimeInterval? hours = null) =>
        school.DoAsync((RuleAbsence use) => use.HandleAsync(
            new(enrolment, day, hours, kind, kind == AbsenceKind.Justified ? JustificationCategory.Sickness : null, null), ct));

    public async Task SealAsync(Session session)
    {
        var registers = await RegistersAsync(session);
        (await school.DoAsync((SealRegisters use) => use.HandleAsync(new(session.Id, registers), ct))).IsRefused.ShouldBeFalse();
    }

    private Task<List<HalfDayRegisterId>> RegistersAsync(Session session) => school.ReadAsync(db =>
        db.Registers.Where(r => r.SessionId == session.Id).OrderBy(r => r.Date).ThenBy(r => r.Part).Select(r => r.Id).ToListAsync(ct));
}
