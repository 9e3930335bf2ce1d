using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.ChangeRecords;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Benchmarks;

/// <summary>
/// A year of a school: people of 40 organisations in groups of 20, each group in 5 sessions of 10 half-days. A hundred groups make 500 sessions and
/// 100,000 marks in sealed half-days. One person in fifty attends nothing of a session, one mark in twenty tells of a late arrival.
/// </summary>
internal sealed class TaughtYear(SchoolFile school, int groups)
{
    private const int Organisations = 40;
    /// <summary>Those of a year with 100,000 marks.</summary>
    public const int Groups = 100;

    private const int GroupSize = 20;
    private const int SessionsOfGroup = 5;
    private const int Weeks = 40;
    private const string By = "benchmark";

    private static readonly DateOnly FirstMonday = new(2026, 1, 5);
    private static readonly TimeInterval Morning = new(new(9, 0), new(12, 0));
    private static readonly TimeInterval Afternoon = new(new(13, 0), new(16, 0));
    private static readonly TimeInterval Late = new(new(9, 0), new(9, 20));

    private int _certificates;

    public async Task FillAsync(CancellationToken ct)
    {
        await school.CreateAsync(ct);
        var room = new Room("Salle Europe");
        Organisation[] organisations = [.. Enumerable.Range(1, Organisations).Select(MakeOrganisation)];
        Course[] courses = [.. Enumerable.Range(1, SessionsOfGroup).Select(MakeCourse)];
        await school.SaveAsync([room, .. organisations, .. courses], ct);
        for (var group = 0; group < groups; group++)
            await school.SaveAsync([.. GroupOf(group, organisations, courses, room)], ct);

        SchoolFile.Close();
    }

    /// <summary>A seat that the employer has approved.</summary>
    public static Enrolment Seat(Session session, Employment employment, DateTimeOffset asked)
    {
        var enrolment = Enrolment.Request(session.Id, new(employment, HoldsSeat: true, Scheme: null, HeldUntil: asked.AddDays(7)), new(By, asked));
        enrolment.Approve(new(By, asked.AddDays(1)));
        return enrolment;
    }

    private static Organisation MakeOrganisation(int number) => new($"ORG-{number:00}", new OrganisationFacts(
        OrganisationType.Association, new LocalizedText($"Association {number}", $"Vereniging {number}"), null, null, LanguageRegime.Bilingual, "SEC-COH", null));

    // The last of the courses is an exchange of practice, whose hours are counted apart.
    private static Course MakeCourse(int number)
    {
        var course = new Course($"C-{number}", number == SessionsOfGroup ? CourseKind.Exchange : CourseKind.Course);
        course.Revise(new CourseTerms(
            new LocalizedText($"Cours {number}", $"Opleiding {number}"), LocalizedText.Empty, ["prevention"], 1800, AttendancePolicyKind.GsobThreshold, 0.75m, 200, "COCOF"));
        return course;
    }

    private IEnumerable<object> GroupOf(int group, Organisation[] organisations, Course[] courses, Room room)
    {
        var employments = new List<Employment>();
        for (var member = group * GroupSize; member < (group + 1) * GroupSize; member++)
        {
            var person = new Person(new PersonFacts("Aline", $"Peeters-{member}", null, CorrespondenceLanguage.Fr, (Gender)(member % 4), 1990, 4));
            employments.Add(new Employment(person.Id, organisations[member % Organisations].Id, new EmploymentTerms(
                "FUN-SW", 0.8m, FundingStatus.GecoAssociation, StaffCategory.Private, 4, null, new DateOnly(2020, 1, 1))));
            yield return person;
        }

        foreach (var entity in employments.Concat(courses.SelectMany((course, i) => Taught(group * SessionsOfGroup + i, course, room, employments))))
            yield return entity;
    }

    private IEnumerable<object> Taught(int number, Course course, Room room, List<Employment> employments)
    {
        var session = new Session($"S-{number:0000}", course.Versions[0].Id, TeachingLanguage.Fr, room.Id, 1, GroupSize);
        var monday = FirstMonday.AddDays(7 * (number % Weeks));
        foreach (var day in Enumerable.Range(0, 5).Select(monday.AddDays))
        {
            session.Plan(day, Morning);
            session.Plan(day, Afternoon);
        }

        yield return session;
        foreach (var register in session.Slots.Select(slot => Sealed(session, slot)))
            yield return register;
        foreach (var entity in employments.SelectMany((employment, seat) => Attended(session, employment, isAbsent: (number + seat) % 50 == 0)))
            yield return entity;
    }

    private static HalfDayRegister Sealed(Session session, TeachingSlot slot)
    {
        var register = new HalfDayRegister(session.Id, slot.Date, slot.Part);
        register.Close(By, MomentAfter(slot.Date));
        register.FixWith(Digest.Of(register.Id.Value.ToString()), null, By, MomentAfter(slot.Date.AddDays(3)));
        return register;
    }

    private IEnumerable<object> Attended(Session session, Employment employment, bool isAbsent)
    {
        var (asked, over) = (MomentAfter(session.FirstDay!.Value.AddDays(-20)), MomentAfter(session.LastDay!.Value.AddDays(3)));
        var enrolment = Seat(session, employment, asked);
        enrolment.Conclude(isAbsent ? EnrolmentStatus.NoShow : EnrolmentStatus.Completed, new(By, over));
        yield return enrolment;

        foreach (var (i, slot) in session.Slots.Index())
            yield return new AttendanceMark(enrolment.Id, slot, isAbsent ? [slot.Hours] : IsLate(i, session) ? [Late] : [], By, MomentAfter(slot.Date));
        if (!isAbsent)
            yield return Certified(enrolment, session, over);
    }

    // The first morning of every other session.
    private static bool IsLate(int slot, Session session) => slot == 0 && session.Code[^1] % 2 == 0;

    private Certificate Certified(Enrolment enrolment, Session session, DateTimeOffset issued) => new(
        enrolment.Id, CertificateKind.Participation, "", new CertificateNumber("SCHOOL", 2026, ++_certificates), VerificationCode.Make(), CorrespondenceLanguage.Fr,
        new CertificateContent("Aline Peeters", "Peeters", "A. P.", "Cours", "Cursus", session.Code, session.FirstDay!.Value, session.LastDay!.Value, "Salle Europe", 1800, 1800, 0, 0), By, issued);

    private static DateTimeOffset MomentAfter(DateOnly day) => new(day, new TimeOnly(17, 0), TimeSpan.Zero);
}
