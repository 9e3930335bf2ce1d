using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Persistence;

namespace Training.Web.Features.Sheets;

/// <summary>Where sheets and registers differ, the oldest half-day first.</summary>
public sealed record SignaturesPage(IReadOnlyList<SignaturesPage.HalfDay> Differing, IReadOnlyList<SignaturesPage.HalfDay> NotChecked)
{
    public sealed record HalfDay(string SheetCode, IReadOnlyList<FindSignatureGaps.Line> Lines)
    {
        public FindSignatureGaps.Line First => Lines[0];
    }

    public static async Task<SignaturesPage> FindAsync(TrainingDbContext db, FindSignatureGaps find, CancellationToken ct)
    {
        var gaps = await find.HandleAsync(new(), ct);
        var ids = gaps.Select(line => line.Register).Distinct().ToList();
        var codes = await db.Registers.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.SheetCode, ct);
        var halfDays = gaps.GroupBy(line => line.Register).Select(lines => new HalfDay(codes[lines.Key], [.. lines])).ToLookup(halfDay => halfDay.First.Gap == SignatureGap.NotChecked);
        return new SignaturesPage([.. halfDays[false]], [.. halfDays[true]]);
    }
}
