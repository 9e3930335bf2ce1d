using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Justifications;

/// <summary>A participant contests what a half-day says of them, within a few working days of it (condition <c>gsob.contest.workingDays</c>).</summary>
public sealed class ContestMark(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Request(EnrolmentId Enrolment, HalfDayRegisterId Register, string? Statement, Reader Reader);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Statement?.Trim() is not { Length: > 0 and <= MarkContest.TextMaxLength } statement)
            return new TextUnreadable(MarkContest.TextMaxLength);
        if (NationalNumberDetector.IsIn(statement))
            return new NationalNumberInText();

        var enrolment = await db.Enrolments.AsNoTracking().Where(e => e.Id == request.Enrolment && e.HoldsSeat && e.PersonId == request.Reader.AsSelf).OneAsync(ct);
        var register = await db.Registers.AsNoTracking().Where(r => r.Id == request.Register && r.SessionId == enrolment.SessionId).OneAsync(ct);
        if (register.Status == RegisterStatus.Open)
            return new RegisterStillOpen(register.Date, register.Part);

        var days = (await db.ParameterBookAsync(ct)).Number(ParameterKeys.ContestWorkingDays, register.Date);
        var lastDay = (await db.WorkingDaysAsync(ct)).After(register.Date, days);
        if (clock.Today > lastDay)
            return new ContestTooLate(lastDay);
        if (await db.MarkContests.AnyAsync(c => c.EnrolmentId == enrolment.Id && c.RegisterId == register.Id, ct))
            return new ContestedAlready();

        db.Add(new MarkContest(enrolment.Id, register.Id, statement, current.Actor.Name, clock.Now));
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
