using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Justifications;

/// <summary>The trainer answers a participant who contests a mark. What follows from it is marked or corrected on the register itself.</summary>
public sealed class AnswerContest(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Request(MarkContestId Contest, string? Answer, Reader Reader);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Answer?.Trim() is not { Length: > 0 and <= MarkContest.TextMaxLength } answer)
            return new TextUnreadable(MarkContest.TextMaxLength);
        if (NationalNumberDetector.IsIn(answer))
            return new NationalNumberInText();

        var contest = await db.MarkContests.Where(c => c.Id == request.Contest
            && db.Registers.Any(r => r.Id == c.RegisterId && db.Sessions.TaughtBy(request.Reader).Any(s => s.Id == r.SessionId))).OneAsync(ct);
        var answered = contest.Reply(answer, current.Actor.Name, clock.Now);
        if (answered.IsRefused)
            return answered;

        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
