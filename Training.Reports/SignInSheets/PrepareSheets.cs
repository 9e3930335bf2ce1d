using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Reports.SignInSheets;

/// <summary>
/// Makes the sign-in sheets of today and of the next working days (condition <c>gsob.sheets.workingDays</c>), one PDF for each half-day, and clears away
/// those of days that are over or that are no longer held. A sheet on which nothing has changed stays as it is.
/// </summary>
public sealed class PrepareSheets(TrainingDbContext db, OfficeClock clock, SignInSheetQuery sheets, RecordByRecord each)
{
    public sealed record Request(SheetOffice Office);

    /// <returns>How many sheets are new or have changed.</returns>
    public async Task<int> HandleAsync(Request request, CancellationToken ct)
    {
        var today = clock.Today;
        var ahead = (await db.ParameterBookAsync(ct)).Number(ParameterKeys.SheetWorkingDays, today);
        var due = await sheets.HandleAsync(new(Reader.WholeSchool, today, (await db.WorkingDaysAsync(ct)).After(today, ahead)), ct);
        var codes = due.Select(sheet => sheet.Code).ToList();
        var registers = await db.Registers.AsNoTracking().Where(r => codes.Contains(r.SheetCode)).ToDictionaryAsync(r => r.SheetCode, r => r.Id, ct);
        var kept = registers.Values.ToList();
        await db.PreparedSheets.Where(prepared => !kept.Contains(prepared.RegisterId)).ExecuteDeleteAsync(ct);
        return await each.SumAsync(
            due, sheet => $"register {registers[sheet.Code].Value}", sheet => PrepareAsync(registers[sheet.Code], sheet, request.Office, ct));
    }

    private async Task<int> PrepareAsync(HalfDayRegisterId register, SignInSheet sheet, SheetOffice office, CancellationToken ct)
    {
        var prepared = await db.PreparedSheets.SingleOrDefaultAsync(p => p.RegisterId == register, ct);
        if (prepared is not null && SignInSheetPdf.Write([sheet], office, prepared.PreparedAt).AsSpan().SequenceEqual(prepared.Content))
            return 0;

        var now = clock.Now;
        var content = SignInSheetPdf.Write([sheet], office, now);
        if (prepared is null)
            db.Add(new PreparedSheet(register, content, now));
        else
            prepared.Renew(content, now);
        await db.SaveChangesAsync(ct);
        return 1;
    }
}
