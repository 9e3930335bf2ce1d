using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Enrolments;
using Training.Domain.Evidence;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.Words;

namespace Training.Reports.EvidenceBundles;

/// <summary>Makes a bundle of evidence, writes down who took what and why, and keeps the file until its link expires (condition <c>gsob.evidence.linkDays</c>).</summary>
public sealed class ExportEvidence(TrainingDbContext db, OfficeClock clock, EvidenceBundleQuery bundles)
{
    /// <param name="Purpose">For whom and why.</param>
    public sealed record Request(EvidenceScope Scope, string? Purpose, Wording Words, string School, string Author);

    public async Task<Outcome<EvidenceExport>> HandleAsync(Request request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Purpose))
            return new ReasonMissing();
        if (NationalNumberDetector.IsIn(request.Purpose))
            return new NationalNumberInText();

        var bundle = await bundles.HandleAsync(new(request.Scope, request.Words, request.Author), ct);
        var file = EvidenceBundleZip.Write(bundle, request.Words, request.School);
        var (now, days) = (clock.Now, (await db.ParameterBookAsync(ct)).Number(ParameterKeys.EvidenceLinkDays, clock.Today));
        var purpose = request.Purpose.Trim();
        var export = new EvidenceExport(
            JsonSerializer.Serialize(request.Scope), purpose[..Math.Min(purpose.Length, EvidenceExport.PurposeMaxLength)], bundle.Index.Run!.Value, file, request.Author, now, now.AddDays(days));

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.EvidenceExportFiles.Where(old => db.EvidenceExports.Any(e => e.Number == old.ExportNumber && e.ExpiresAt <= now)).ExecuteDeleteAsync(ct);
        db.Add(export);
        await db.SaveChangesAsync(ct);
        db.Add(new EvidenceExportFile(export.Number, file));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return export;
    }

    public static EvidenceScope ScopeOf(EvidenceExport export) => JsonSerializer.Deserialize<EvidenceScope>(export.Scope)!;
}
