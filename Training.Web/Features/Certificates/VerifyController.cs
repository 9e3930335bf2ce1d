using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Training.Domain.Certificates;
using Training.Domain.Persistence;
using Training.Web.Hosting;

namespace Training.Web.Features.Certificates;

/// <summary>Whether a certificate is genuine, for anybody who holds it in their hand.</summary>
[AllowAnonymous]
public sealed class VerifyController(TrainingDbContext db) : Controller
{
    [HttpGet("/verify")]
    public IActionResult Ask(string? code, string? lang) =>
        string.IsNullOrWhiteSpace(code)
            ? View("/Features/Certificates/Ask.cshtml")
            : Redirect($"/verify/{Uri.EscapeDataString(VerificationCode.Normalise(code))}{(lang is null ? "" : $"?lang={Uri.EscapeDataString(lang)}")}");

    /// <summary>Says what a certificate says, and no more of the person than their initials.</summary>
    [HttpGet("/verify/{code}")]
    [EnableRateLimiting(RateLimits.Verify)]
    public Task<IActionResult> Verify(string code, CancellationToken ct) => ShowAsync(code, surname: null, ct);

    /// <summary>Gives the whole name to whoever knows the surname: they have the paper or know the person.</summary>
    [HttpPost("/verify/{code}")]
    [EnableRateLimiting(RateLimits.Verify)]
    public Task<IActionResult> Verify(string code, string? surname, CancellationToken ct) => ShowAsync(code, surname ?? "", ct);

    private async Task<IActionResult> ShowAsync(string code, string? surname, CancellationToken ct)
    {
        var page = await VerifyPage.FindAsync(db, VerificationCode.Normalise(code), surname, ct);
        if (page is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        return View("/Features/Certificates/Verify.cshtml", page);
    }
}
