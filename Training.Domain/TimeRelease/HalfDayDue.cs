namespace Training.Domain.TimeRelease;

/// <summary>What a half-day takes of what was set aside for it: minutes used up, and minutes that go back. The rest awaits a ruling.</summary>
public readonly record struct HalfDayDue(int Consume, int Release)
{
    /// <summary>
    /// Adds the lines that lead from what was settled before to what is due now; settling the same again adds none.
    /// </summary>
    /// <param name="held">Every line of the enrolment in the account.</param>
    /// <param name="cause">The half-day, by its id.</param>
    /// <returns>False where something would change and the account's year is closed.</returns>
    public bool Settle(TimeReleaseAccount account, IReadOnlyCollection<LedgerEntry> held, LedgerCauseOf cause)
    {
        var (consumeMore, releaseMore) = MissingIn(held, cause.CauseId);
        if (consumeMore == 0 && releaseMore == 0)
            return true;
        if (account.IsClosed)
            return false;

        var missing = consumeMore + releaseMore - held.Sum(e => e.On(LedgerAccount.Reserved));
        account.CorrectConsumed(Math.Max(0, -consumeMore), cause);
        account.CorrectReleased(Math.Max(0, -releaseMore), cause);
        account.ReserveMore(Math.Max(0, missing), cause with { Cause = LedgerCause.Enrolment, CauseId = cause.Enrolment!.Value.Value });
        account.Consume(Math.Max(0, consumeMore), cause);
        account.Release(Math.Max(0, releaseMore), cause);
        return true;
    }

    /// <summary>Whether the lines of a half-day lead to what is due now.</summary>
    public bool IsSettledIn(IReadOnlyCollection<LedgerEntry> held, Guid halfDay) => MissingIn(held, halfDay) is (0, 0);

    private (int Consume, int Release) MissingIn(IReadOnlyCollection<LedgerEntry> held, Guid halfDay)
    {
        var before = held.Where(e => e.CauseId == halfDay).ToList();
        return (
            Consume - before.Sum(e => e.On(LedgerAccount.Consumed)),
            Release + before.Sum(e => e.On(LedgerAccount.Reserved) + e.On(LedgerAccount.Consumed)));
    }
}
