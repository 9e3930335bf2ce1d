using Training.Domain.Enrolments;

namespace Training.Domain.Attendance.Justifications;

public readonly record struct MarkContestId(Guid Value) : IId<MarkContestId>
{
    public static MarkContestId From(Guid value) => new(value);
}

/// <summary>A participant says that a half-day was not as the register has it; the trainer answers. Both are kept as they were said.</summary>
public sealed class MarkContest
{
    public const int TextMaxLength = 1000;

    private MarkContest() => (Statement, SentBy) = ("", "");

    public MarkContest(EnrolmentId enrolment, HalfDayRegisterId register, string statement, string by, DateTimeOffset now) =>
        (Id, EnrolmentId, RegisterId, Statement, SentBy, SentAt) = (new MarkContestId(Guid.CreateVersion7()), enrolment, register, statement, by, now);

    public MarkContestId Id { get; private set; }

    public EnrolmentId EnrolmentId { get; private set; }

    public HalfDayRegisterId RegisterId { get; private set; }

    public string Statement { get; private set; }

    public string SentBy { get; private set; }

    public DateTimeOffset SentAt { get; private set; }

    public string? Answer { get; private set; }

    public string? AnsweredBy { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public int Version { get; private set; }

    public Outcome<Done> Reply(string answer, string by, DateTimeOffset now)
    {
        if (AnsweredAt is not null)
            return new ContestAnswered();

        (Answer, AnsweredBy, AnsweredAt, Version) = (answer, by, now, Version + 1);
        return new Done();
    }
}
