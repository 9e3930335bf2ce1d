using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Justifications;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Sheets;

/// <summary>Keeps the scan or photograph of a signed page with the half-day whose code it bears. Keeping the same file again adds nothing.</summary>
public sealed class KeepSheetScan(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <param name="Code">As read from the page or typed.</param>
    public sealed record Request(string? Code, byte[] Content, Reader Reader);

    public async Task<Outcome<SheetScan>> HandleAsync(Request request, CancellationToken ct)
    {
        if (DocumentFiles.ContentTypeOf(request.Content) is not { } contentType)
            return new DocumentUnreadable(DocumentFiles.MaxMegabytes);
        if (SheetPage.Read(request.Code) is not { } page)
            return new SheetCodeUnknown();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var register = await db.Registers.AsNoTracking()
            .SingleOrDefaultAsync(r => r.SheetCode == page.Code && db.Sessions.TaughtBy(request.Reader).Any(s => s.Id == r.SessionId), ct);
        if (register is null)
            return new SheetCodeUnknown();

        // Two who send the same photograph at once follow each other.
        await RegisterSlots.LockAsync(db, register.Id, request.Reader, ct);
        var digest = SheetScan.DigestOf(request.Content);
        if (await db.SheetScans.AsNoTracking().SingleOrDefaultAsync(s => s.RegisterId == register.Id && s.Sha256 == digest, ct) is { } kept)
            return kept;

        var scan = new SheetScan(register.Id, page.Number, contentType, request.Content, current.Actor.Name, clock.Now);
        db.Add(scan);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return scan;
    }
}
