using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Persistence;

namespace Training.Domain.Funding;

/// <summary>What a grant pays and cannot claim, because it asks for signatures and somebody's is missing.</summary>
public static class UnsignedLines
{
    /// <summary>Every line of a grant in a slot that is not signed for, in a claim or not.</summary>
    public static async Task<IReadOnlyList<AllocationLine>> OfGrantAsync(TrainingDbContext db, Grant grant, CancellationToken ct)
    {
        if (grant.Signature == SignatureKind.NotAsked)
            return [];

        var signed = await Signatures.SignedBetweenAsync(db, grant.Signature, grant.From, grant.To, ct);
        return (await db.AllocationLines.AsNoTracking().Where(line => line.GrantId == grant.Id).ToListAsync(ct)).FindAll(line => !signed.Contains((line.EnrolmentId, line.SlotId)));
    }

    /// <param name="open">Lines of the grants that stand in no claim.</param>
    internal static async Task<IReadOnlySet<AllocationLine>> OfAsync(TrainingDbContext db, IReadOnlyList<Grant> grants, IReadOnlyList<AllocationLine> open, CancellationToken ct)
    {
        var unsigned = new HashSet<AllocationLine>();
        var ids = grants.Where(grant => grant.Signature != SignatureKind.NotAsked).Select(grant => grant.Id).ToList();
        var ofGrant = open.Where(line => ids.Contains(line.GrantId)).ToLookup(line => line.GrantId);
        if (ofGrant.Count == 0)
            return unsigned;

        var claimed = (await (
            from line in db.AllocationLines.AsNoTracking()
            join claim in db.GrantClaimLines on line.Id equals claim.AllocationLineId
            where ids.Contains(line.GrantId)
            select new { line.GrantId, line.EnrolmentId, line.SlotId }).Distinct().ToListAsync(ct)).Select(line => (line.GrantId, line.EnrolmentId, line.SlotId)).ToHashSet();
        foreach (var alike in grants.Where(grant => ofGrant.Contains(grant.Id)).GroupBy(grant => grant.Signature))
        {
            var signed = await Signatures.SignedBetweenAsync(db, alike.Key, alike.Min(grant => grant.From), alike.Max(grant => grant.To), ct);

            // What was claimed once is given back whatever the sheet says.
            unsigned.UnionWith(alike.SelectMany(grant => ofGrant[grant.Id]).Where(line =>
                !signed.Contains((line.EnrolmentId, line.SlotId)) && !(line.Minutes < 0 && claimed.Contains((line.GrantId, line.EnrolmentId, line.SlotId)))));
        }

        return unsigned;
    }
}
