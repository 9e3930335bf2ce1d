using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Certificates;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Certificates;

/// <summary>Certificates for whoever earned them, their employer and the school, and what the secretariat may do to one.</summary>
[Route("/{lang:lang}/certificates")]
[Authorize(Policies.ReadEnrolments)]
public sealed class CertificatesController(
    TrainingDbContext db, CurrentUser user, Texts texts, RevokeCertificate revoke, ReplaceCertificate replace, PrintCertificateAgain printAgain,
    ICertificatePrinter printer, OfficeClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CertificateFilter filter, CancellationToken ct) => View(await CertificateList.FindAsync(db, user.Reader, filter, ct));

    /// <summary>The original on paper, as it was kept on the day of issue. One that no longer holds is not printed.</summary>
    [HttpGet("{number}")]
    public async Task<IActionResult> Original(string number, CancellationToken ct)
    {
        var certificate = await FindAsync(number, ct);
        var paper = await db.CertificatePapers.AsNoTracking().SingleOrDefaultAsync(p => p.CertificateId == certificate.Id && p.Kind == PaperKind.Original, ct);
        return await PaperAsync(certificate, paper ?? Printed(certificate), ct);
    }

    [HttpGet("papers/{id:guid}")]
    public async Task<IActionResult> Paper(Guid id, CancellationToken ct)
    {
        var wanted = new CertificatePaperId(id);
        var certificate = await db.Certificates.AsNoTracking().VisibleTo(user.Reader, db).Where(c => db.CertificatePapers.Any(p => p.Id == wanted && p.CertificateId == c.Id)).OneAsync(ct);
        return await PaperAsync(certificate, await db.CertificatePapers.AsNoTracking().SingleAsync(p => p.Id == wanted, ct), ct);
    }

    [HttpGet("{number}/about")]
    public async Task<IActionResult> About(string number, CancellationToken ct) => View(await CertificatePage.FindAsync(db, clock, user, number.AsCode(), ct));

    [HttpPost("{number}/revoke")]
    [Authorize(Policies.ManageSessions)]
    public async Task<IActionResult> Revoke(string number, ReasonForm form, CancellationToken ct)
    {
        if (form.Problem(ModelState, texts) is { } problem)
            return await AgainAsync(number, form, problem, ct);

        var outcome = await revoke.HandleAsync(new(number.AsCode(), form.Reason!), ct);
        return outcome.IsRefused ? await AgainAsync(number, form, texts.Of(outcome.Refusal), ct) : Done(number, texts["Certificates_Revoked"]);
    }

    [HttpPost("{number}/replace")]
    [Authorize(Policies.ManageSessions)]
    public async Task<IActionResult> Replace(string number, ReasonForm form, CancellationToken ct)
    {
        if (form.Problem(ModelState, texts) is { } problem)
            return await AgainAsync(number, form, problem, ct);

        var outcome = await replace.HandleAsync(new(number.AsCode(), form.Reason!), ct);
        return outcome.IsRefused ? await AgainAsync(number, form, texts.Of(outcome.Refusal), ct) : Done(outcome.Value, texts["Certificates_Replaced", number.AsCode()]);
    }

    /// <summary>A new one in the place of one that was revoked by mistake.</summary>
    [HttpPost("{number}/anew")]
    [Authorize(Policies.ManageSessions)]
    public async Task<IActionResult> Anew(string number, CancellationToken ct)
    {
        var outcome = await replace.HandleAsync(new(number.AsCode()), ct);
        return outcome.IsRefused ? await AgainAsync(number, new ReasonForm(), texts.Of(outcome.Refusal), ct) : Done(outcome.Value, texts["Certificates_IssuedAnew", number.AsCode()]);
    }

    /// <summary>A duplicate or, in the other language, a twin.</summary>
    [HttpPost("{number}/papers")]
    [Authorize(Policies.ManageSessions)]
    public async Task<IActionResult> PrintAgain(string number, CorrespondenceLanguage? language, CancellationToken ct)
    {
        if (language is not { } wanted || !ModelState.IsValid)
            return await AgainAsync(number, new ReasonForm(), texts["Certificates_ChooseLanguage"], ct);

        var outcome = await printAgain.HandleAsync(new(number.AsCode(), wanted), ct);
        return outcome.IsRefused
            ? await AgainAsync(number, new ReasonForm(), texts.Of(outcome.Refusal), ct)
            : Done(number, texts["Certificates_Printed", texts.Of(outcome.Value.Kind)]);
    }

    private Task<Certificate> FindAsync(string number, CancellationToken ct)
    {
        var wanted = number.AsCode();
        return db.Certificates.AsNoTracking().VisibleTo(user.Reader, db).Where(certificate => certificate.Number == wanted).OneAsync(ct);
    }

    // Certificates of before papers were kept say the same when they are printed today.
    private CertificatePaper Printed(Certificate certificate) => new(
        certificate.Id, PaperKind.Original, certificate.Language,
        printer.Print(certificate, PaperKind.Original, certificate.Language, clock.DateOn(certificate.IssuedAt), clock.DateOn(certificate.IssuedAt)), certificate.IssuedBy, certificate.IssuedAt);

    private async Task<IActionResult> PaperAsync(Certificate certificate, CertificatePaper paper, CancellationToken ct)
    {
        if (certificate.State == CertificateState.Valid)
            return File(paper.Content, "application/pdf", paper.Kind == PaperKind.Original ? $"{certificate.Number}.pdf" : $"{certificate.Number}-{paper.Kind.ToString().ToLowerInvariant()}.pdf");

        Response.StatusCode = StatusCodes.Status410Gone;
        return View("About", (await CertificatePage.FindAsync(db, clock, user, certificate.Number, ct)) with { Refusal = texts.Of(new CertificateNotValid(certificate.Number, certificate.State)) });
    }

    private async Task<IActionResult> AgainAsync(string number, ReasonForm form, string refusal, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return View("About", (await CertificatePage.FindAsync(db, clock, user, number.AsCode(), ct)) with { Typed = form.Reason, Refusal = refusal });
    }

    private RedirectResult Done(string number, string sentence)
    {
        TempData["Done"] = sentence;
        return Redirect(texts.Path($"certificates/{number.AsCode()}/about"));
    }
}
