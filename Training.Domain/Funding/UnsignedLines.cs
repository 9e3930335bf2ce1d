using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Persistence;

namespace Training.Domain.Funding;

/// <summary>What a grant pays and cannot claim, because it asks for signatures and somebody's is missing.</summary>
internal static class UnsignedLines
{
    /// <param name="open">Lines of the grant that stand in no claim.</param>
    public static async Task<IReadOnlySet<AllocationLine>> OfAsync(TrainingDbContext db, Grant grant, IReadOnlyList<AllocationLine> open, CancellationToken ct)
    {
        if (grant.Signature == SignatureKind.NotAsked || open.Count == 0)
            return new HashSet<AllocationLine>();

        var signed = await Signatures.SignedBetweenAsync(db, grant.Signature, grant.From, grant.To, ct);
        var claimed = (await (
            from line in db.AllocationLines.AsNoTracking()
            join claim in db.GrantClaimLines on line.Id equals claim.AllocationLineId
            where line.GrantId == grant.Id
            select new { line.EnrolmentId, line.SlotId }).Distinct().ToListAsync(ct)).Select(line => (line.EnrolmentId, line.SlotId)).ToHashSet();

        // What was claimed once is given back whatever the sheet says.
        return open.Where(line => !signed.Contains((line.EnrolmentId, line.SlotId)) && !(line.Minutes < 0 && claimed.Contains((line.EnrolmentId, line.SlotId)))).ToHashSet();
    }
}
