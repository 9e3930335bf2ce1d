using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.People;

namespace Training.Reports.OwnFiles;

/// <summary>Everything that the school keeps of one person, as the person may read it and take it along.</summary>
public sealed record OwnFile(
    DateTimeOffset MadeAt,
    PersonId Id,
    PersonFacts Facts,
    IReadOnlyList<OwnFile.Work> Employments,
    IReadOnlyList<OwnFile.Training> Trainings,
    IReadOnlyList<OwnFile.Certificate> Certificates,
    IReadOnlyList<OwnFile.Release> TimeRelease,
    IReadOnlyList<OwnFile.Asked> Requests,
    IReadOnlyList<OwnFile.Wanted> Messages,
    IReadOnlyList<OwnFile.Reading> Readings)
{
    public sealed record Work(
        LocalizedText Employer, LocalizedText Function, decimal FteFraction, StaffCategory Category, FundingStatus FundingStatus,
        int? RequiredLevel, string? Post, DateOnly Start, DateOnly? End, string? Remark);

    public sealed record Training(LocalizedText Course, string SessionCode, DateOnly? FirstDay, DateOnly? LastDay, EnrolmentStatus Status, DateTimeOffset RequestedAt);

    public sealed record Certificate(string Number, LocalizedText Course, DateTimeOffset IssuedAt, DateTimeOffset? RevokedAt);

    public sealed record Release(LocalizedText Employer, string Scheme, int Year, int GrantedMinutes, int ReservedMinutes, int ConsumedMinutes, int ExpiredMinutes);

    public sealed record Asked(PersonRequestKind Kind, string Text, DateTimeOffset AskedAt, PersonRequestStatus Status, string? Answer, DateTimeOffset? AnsweredAt);

    public sealed record Wanted(MessageKind Message, Delivery Delivery, DateTimeOffset Since);

    public sealed record Reading(DateTimeOffset At, string By, FilePart Part);
}
