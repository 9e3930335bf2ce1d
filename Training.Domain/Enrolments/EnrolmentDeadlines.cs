using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Enrolments;

/// <summary>The dates of the school's conditions: how long a request is held, when a list is invited, until when a withdrawal is free.</summary>
public sealed record EnrolmentDeadlines(ParameterBook Parameters, WorkingDays WorkingDays, OfficeClock Clock)
{
    public static async Task<EnrolmentDeadlines> LoadAsync(TrainingDbContext db, OfficeClock clock, CancellationToken ct) =>
        new(await db.ParameterBookAsync(ct), await db.WorkingDaysAsync(ct), clock);

    private DateOnly Today => Clock.Today;

    /// <summary>Until when a request that is made now holds its seat or rank: the end of the last working day, and never beyond the session's start.</summary>
    public DateTimeOffset HeldUntil(Session session) =>
        NotBeyondStart(session, EndOf(WorkingDays.After(Today, Parameters.Number(ParameterKeys.ApprovalHoldWorkingDays, Today))));

    /// <summary>Until when a seat that is offered now waits for an answer.</summary>
    public DateTimeOffset OfferedUntil(Session session) =>
        NotBeyondStart(session, EndOf(WorkingDays.After(Today, Parameters.Number(ParameterKeys.OfferWorkingDays, Today))));

    /// <summary>The day on which the employer is reminded of a request made then.</summary>
    public DateOnly ReminderOf(DateTimeOffset requestedAt)
    {
        var asked = Clock.DateOn(requestedAt);
        return WorkingDays.After(asked, Parameters.Number(ParameterKeys.ApprovalReminderWorkingDays, asked));
    }

    /// <summary>Whether seats that come free are offered by the system; nearer to the session the secretariat does it by hand.</summary>
    public bool InvitesByItself(Session session) =>
        session.FirstDay is { } first && Today.AddDays(Parameters.Number(ParameterKeys.InviteDays, Today)) <= first;

    /// <summary>The last day on which a seat that comes free is offered by the system.</summary>
    public DateOnly LastInvitationDay(Session session) => session.FirstDay!.Value.AddDays(-Parameters.Number(ParameterKeys.InviteDays, Today));

    /// <summary>The last day on which a withdrawal that reaches the school costs nothing.</summary>
    /// <param name="requestedAt">The conditions of the day of the request hold.</param>
    public DateOnly LastFreeDay(Session session, DateTimeOffset requestedAt) =>
        WorkingDays.Before(session.FirstDay!.Value, Parameters.Number(ParameterKeys.CancelWorkingDays, Clock.DateOn(requestedAt)));

    private DateTimeOffset EndOf(DateOnly date) => Clock.MomentOf(date.AddDays(1), TimeOnly.MinValue);

    private DateTimeOffset NotBeyondStart(Session session, DateTimeOffset moment)
    {
        var start = Clock.MomentOf(session.FirstDay!.Value, TimeOnly.MinValue);
        return moment < start ? moment : start;
    }
}
