using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.Certificates;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.Certificates;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Certificates;

public sealed class CertificatesController(TrainingDbContext db, CurrentUser user, OfficeClock clock, SchoolOptions school) : Controller
{
    /// <summary>The certificate on paper, for whoever earned it, their employer and the school.</summary>
    [HttpGet("/{lang:lang}/certificates/{number}")]
    [Authorize(Policies.ReadEnrolments)]
    public async Task<IActionResult> Paper(string number, CancellationToken ct)
    {
        var wanted = number.AsCode();
        var certificate = await CertificateQuery.FindAsync(db, user.Reader, wanted, ct);
        var pdf = CertificatePdf.Write(certificate, clock.DateOn(certificate.IssuedAt), school.Letterhead(certificate.Language));
        return File(pdf, "application/pdf", $"{wanted}.pdf");
    }

    [HttpGet("/verify")]
    [AllowAnonymous]
    public IActionResult Ask(string? code, string? lang) =>
        string.IsNullOrWhiteSpace(code)
            ? View("Ask")
            : Redirect($"/verify/{Uri.EscapeDataString(VerificationCode.Normalise(code))}{(lang is null ? "" : $"?lang={Uri.EscapeDataString(lang)}")}");

    /// <summary>Says what a certificate says, and no more of the person than their initials.</summary>
    [HttpGet("/verify/{code}")]
    [AllowAnonymous]
    public async Task<IActionResult> Verify(string code, CancellationToken ct)
    {
        var page = await VerifyPage.FindAsync(db, VerificationCode.Normalise(code), ct);
        if (page is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        return View("Verify", page);
    }
}
