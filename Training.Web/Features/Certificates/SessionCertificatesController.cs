using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Certificates;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.Certificates;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;
using Training.Web.Jobs;

namespace Training.Web.Features.Certificates;

/// <summary>The certificates of one session, all at once.</summary>
[Route("/{lang:lang}/certificates/sessions/{code}")]
[Authorize(Policies.ManageSessions)]
public sealed class SessionCertificatesController(
    TrainingDbContext db, OfficeClock clock, Texts texts, SchoolOptions school, IssueCertificates issue, BackgroundWork work) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string code, CancellationToken ct) => View("/Features/Certificates/Session.cshtml", await SessionCertificatesPage.FindAsync(db, clock, code.AsCode(), ct));

    [HttpPost("issue")]
    public async Task<IActionResult> Issue(string code, IssueForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return await AgainAsync(code, texts[form.Kind is null ? "Certificates_ChooseKind" : "Certificates_Unreadable"], ct);
        if (form.Kind == CertificateKind.Success && form.Passed.Count == 0)
            return await AgainAsync(code, texts["Certificates_TickPassed"], ct);

        var wanted = code.AsCode();
        var session = await db.Sessions.AsNoTracking().Where(s => s.Code == wanted).OneAsync(ct);
        IReadOnlyList<Guid>? passed = form.Kind == CertificateKind.Success ? [.. form.Passed] : null;
        if (await issue.WhyNotAsync(new(session.Id, form.Kind!.Value, passed?.Select(id => new EnrolmentId(id)).ToList(), form.Quarter), ct) is { } refusal)
            return await AgainAsync(code, texts.Of(refusal), ct);

        var item = await work.QueueAsync(IssueCertificatesWork.Kind, new IssueCertificatesWork([session.Code], form.Kind.Value, passed, form.Quarter), ct);
        return Redirect(texts.Path($"work/{item.Value}"));
    }

    /// <summary>Every original that holds, as it was kept, with a file of digests that public tools check.</summary>
    [HttpGet("all.zip")]
    public async Task<IActionResult> Zip(string code, CancellationToken ct)
    {
        var papers = await SessionCertificatesPage.PapersAsync(db, code.AsCode(), ct);
        return papers.Count == 0 ? NotFound() : File(CertificateZip.Write([.. papers.Select(p => (p.Certificate.Number, p.Paper))]), "application/zip", $"certificates-{code.AsCode()}.zip");
    }

    /// <summary>The same in one document to print, one for each language.</summary>
    [HttpGet("all-fr.pdf")]
    public Task<IActionResult> PrintFrench(string code, CancellationToken ct) => PrintAsync(code.AsCode(), CorrespondenceLanguage.Fr, ct);

    [HttpGet("all-nl.pdf")]
    public Task<IActionResult> PrintDutch(string code, CancellationToken ct) => PrintAsync(code.AsCode(), CorrespondenceLanguage.Nl, ct);

    private async Task<IActionResult> AgainAsync(string code, string refusal, CancellationToken ct) =>
        View("/Features/Certificates/Session.cshtml", await SessionCertificatesPage.FindAsync(db, clock, code.AsCode(), ct) with { Refusal = refusal });

    private CertificateSheet Original(Certificate certificate)
    {
        var issuedOn = clock.DateOn(certificate.IssuedAt);
        return new CertificateSheet(certificate, PaperKind.Original, certificate.Language, issuedOn, issuedOn);
    }

    private async Task<IActionResult> PrintAsync(string code, CorrespondenceLanguage language, CancellationToken ct)
    {
        CertificateSheet[] sheets =
        [
            .. (await SessionCertificatesPage.PapersAsync(db, code, ct)).Where(p => p.Certificate.Language == language)
                .Select(p => Original(p.Certificate)),
        ];
        return sheets.Length == 0
            ? NotFound()
            : File(CertificatePdf.WriteTogether(sheets, code, school.Letterhead(language)), "application/pdf", $"certificates-{code}-{language.ToString().ToLowerInvariant()}.pdf");
    }
}
