using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Certificates;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Certificates;

/// <summary>Which certificates are looked for: by number, name or course; of one session; from a page on.</summary>
public sealed record CertificateFilter(string? Q = null, string? Session = null, int Page = 1);

/// <summary>The certificates that the reader may see, newest first.</summary>
public sealed record CertificateList(CertificateFilter Filter, IReadOnlyList<CertificateList.Line> Lines, bool HasMore)
{
    private const int PageSize = 50;

    public sealed record Line(
        string Number, CertificateKind Kind, string PersonName, string TitleFr, string TitleNl, string SessionCode, DateTimeOffset IssuedAt, CertificateState State);

    public static async Task<CertificateList> FindAsync(TrainingDbContext db, Reader reader, CertificateFilter filter, CancellationToken ct)
    {
        var found = db.Certificates.AsNoTracking().VisibleTo(reader, db);
        if (filter.Session?.AsCode() is { Length: > 0 } session)
            found = found.Where(c => c.Content.SessionCode == session);
        var ordered = found.OrderByDescending(c => c.Year).ThenByDescending(c => c.Sequence);
        var skipped = PageSize * (Math.Clamp(filter.Page, 1, 10_000) - 1);
        var words = new SearchWords(filter.Q);
        List<Certificate> certificates;
        if (words.IsEmpty)
        {
            certificates = await ordered.Skip(skipped).Take(PageSize + 1).ToListAsync(ct);
        }
        else
        {
            var ids = (await ordered.Select(c => new { c.Id, c.Number, c.Content.PersonName, c.Content.TitleFr, c.Content.TitleNl }).ToListAsync(ct))
                .Where(c => words.FoundIn(c.Number, c.PersonName, c.TitleFr, c.TitleNl)).Skip(skipped).Take(PageSize + 1).Select(c => c.Id).ToList();
            certificates = await ordered.Where(c => ids.Contains(c.Id)).ToListAsync(ct);
        }

        return new CertificateList(
            filter,
            [.. certificates.Take(PageSize).Select(c => new Line(c.Number, c.Kind, c.Content.PersonName, c.Content.TitleFr, c.Content.TitleNl, c.Content.SessionCode, c.IssuedAt, c.State))],
            certificates.Count > PageSize);
    }
}
