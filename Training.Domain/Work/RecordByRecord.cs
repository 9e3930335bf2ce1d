using Training.Domain.Persistence;

namespace Training.Domain.Work;

/// <summary>
/// Goes through many records so that the failure of one costs that one. Whoever runs unattended says so with <see cref="GoOn"/> and reads the
/// failures afterwards; for everybody else the first failure ends the work, as it would without this class. A database that is away is no failure of
/// the record that meets it, and ends the work for everybody.
/// </summary>
public sealed class RecordByRecord(TrainingDbContext db)
{
    private readonly List<Failure> _failures = [];
    private bool _goesOn;

    public sealed record Failure(string Record, Exception Cause);

    public IReadOnlyList<Failure> Failures => _failures;

    public void GoOn() => _goesOn = true;

    /// <param name="nameOf">What tells the record from others, without personal data.</param>
    /// <returns>The sum of what the work answered.</returns>
    public async Task<int> SumAsync<T>(IEnumerable<T> records, Func<T, string> nameOf, Func<T, Task<int>> work)
    {
        var sum = 0;
        foreach (var record in records)
        {
            db.ChangeTracker.Clear();
            try
            {
                sum += await work(record);
            }
            catch (Exception failure) when (_goesOn && failure is not OperationCanceledException && !DatabaseTrouble.IsIn(failure))
            {
                _failures.Add(new Failure(nameOf(record), failure));
                db.ChangeTracker.Clear();
            }
        }

        return sum;
    }
}
