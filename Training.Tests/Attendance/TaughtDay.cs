using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;

namespace Training.Tests.Attendance;

/// <summary>One session of the worked examples: days of four slots (90, 75, 105 and 90 minutes), people of one employer, and registers.</summary>
internal sealed class TaughtDay(TestSchool school, CancellationToken ct)
{
    public static readonly string[] Slots = ["09:00-10:30", "10:45-12:00", "13:00-14:45", "15:00-16:30"];

    private readonly TaughtSchool _taught = new(school, ct);

    public Session Session { get; private set; } = null!;

    public IReadOnlyList<HalfDayRegister> Registers { get; private set; } = [];

    public IReadOnlyList<EnrolmentId> People { get; private set; } = [];

    public DateOnly FirstDay => Session.FirstDay!.Value;

    public async Task<TaughtDay> PlannedAsync(
        DateOnly[] days, int people, AttendancePolicyKind policy = AttendancePolicyKind.GsobThreshold, decimal? minRatio = 0.75m, string[]? slots = null, string code = "DAY")
    {
        var employer = await _taught.OrganisationAsync("ORG-" + code, "Association");
        var room = new Room("Salle " + code);
        var course = new Course("C-" + code, CourseKind.Course);
        var version = course.Revise(new CourseTerms(
            new LocalizedText("Cours", "Opleiding"), new LocalizedText("…", "…"), ["prevention"], 360 * days.Length, policy, minRatio, 200, "COCOF"));
        course.Publish(version);
        await school.SaveAsync(room, course);

        Session = new Session(code, version.Id, TeachingLanguage.Fr, room.Id, 1, Math.Max(20, people));
        foreach (var day in days)
        {
            foreach (var hours in slots ?? Slots)
                Session.Plan(day, TimeInterval.Parse(hours)).IsRefused.ShouldBeFalse();
        }

        Registers = [.. Session.Slots.Select(slot => (slot.Date, slot.Part)).Distinct().Select(half => new HalfDayRegister(Session.Id, half.Date, half.Part))];
        await school.SaveAsync([Session, .. Registers]);
        var before = school.Clock.GetUtcNow();
        school.Clock.SetOfficeTime(days[0].AddDays(-30), new(9, 0));
        People = [.. await EnrolAsync(employer, people)];
        school.Clock.AdjustTime(before);
        return this;
    }

    /// <summary>Says who was there in one half-day, at its end.</summary>
    public async Task<IReadOnlyList<MarkAttendance.Answer>> MarkAsync(HalfDayRegister register, params MarkAttendance.Seen[] seen)
    {
        GoTo(register);
        var marked = await school.DoAsync((MarkAttendance use) => use.HandleAsync(new(register.Id, seen, Reader.WholeSchool), ct));
        marked.IsRefused.ShouldBeFalse(marked.Refusal?.ToString());
        return marked.Value;
    }

    public Task<IReadOnlyList<MarkAttendance.Answer>> MarkAsync(HalfDayRegister register, params (EnrolmentId Enrolment, Presence Presence)[] seen) =>
        MarkAsync(register, [.. seen.Select(one => new MarkAttendance.Seen(one.Enrolment, one.Presence))]);

    public void GoTo(HalfDayRegister register) => school.Clock.SetOfficeTime(
        register.Date, Session.Slots.Where(slot => slot.Date == register.Date && slot.Part == register.Part).Max(slot => slot.End));

    public async Task CloseAsync(params IEnumerable<HalfDayRegister> registers)
    {
        foreach (var register in registers)
            (await school.DoAsync((CloseHalfDay use) => use.HandleAsync(new(register.Id, Reader.WholeSchool), ct))).IsRefused.ShouldBeFalse();
    }

    public async Task SealAsync() =>
        (await school.DoAsync((SealRegisters use) => use.HandleAsync(new(Session.Id, [.. Registers.Select(r => r.Id)]), ct))).IsRefused.ShouldBeFalse();

    public Task<AttendedMinutes> MinutesAsync(EnrolmentId enrolment) => school.ReadAsync(async db =>
    {
        var attendance = await SessionAttendance.LoadAsync(db, Session.Id, ct);
        return attendance.MinutesOf(enrolment, attendance.Slots);
    });

    public Task<EnrolmentStatus> StatusAsync(EnrolmentId enrolment) => school.ReadAsync(db => db.Enrolments.Where(e => e.Id == enrolment).Select(e => e.Status).SingleAsync(ct));

    public async Task<decimal> OwedAsync(EnrolmentId enrolment) =>
        (await school.ReadAsync(db => db.ChargeLines.Where(c => c.EnrolmentId == enrolment).Select(c => c.AmountEur).ToListAsync(ct))).Sum();

    /// <summary>Somebody of another employer asks when the session is planned already.</summary>
    public async Task<EnrolmentId> EnrolOnAsync(DateOnly date)
    {
        school.Clock.SetOfficeTime(date, new(9, 0));
        var employer = await _taught.OrganisationAsync("LATE", "Association");
        return await _taught.EnrolAsync(Session, employer, await _taught.PersonAsync(employer, "Tardif"));
    }

    private async Task<List<EnrolmentId>> EnrolAsync(Organisation employer, int count)
    {
        var people = new List<EnrolmentId>();
        foreach (var number in Enumerable.Range(1, count))
            people.Add(await _taught.EnrolAsync(Session, employer, await _taught.PersonAsync(employer, $"Personne{number}")));
        return people;
    }
}
