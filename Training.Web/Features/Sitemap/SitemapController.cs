using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Web.Hosting;

namespace Training.Web.Features.Sitemap;

/// <summary>What search engines are told: which pages there are, each in French and in Dutch, and which they should leave alone.</summary>
[AllowAnonymous]
public sealed class SitemapController(TrainingDbContext db, SchoolOptions school, OfficeClock clock) : Controller
{
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly string[] Languages = ["fr", "nl"];

    [HttpGet("/robots.txt")]
    public IActionResult Robots() =>
        Content($"User-agent: *\nDisallow: /verify/\nSitemap: {Address("sitemap.xml")}\n", "text/plain", Encoding.UTF8);

    [HttpGet("/sitemap.xml")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var today = clock.Today;
        var courses = await db.Courses.Where(course => course.PublishedVersionId != null).OrderBy(course => course.Code).Select(course => course.Code).ToListAsync(ct);
        var sessions = await db.Sessions
            .Where(session => session.FirstDay > today && (session.Status == SessionStatus.Open || session.Status == SessionStatus.Confirmed))
            .OrderBy(session => session.Code).Select(session => session.Code).ToListAsync(ct);

        string[] pages = ["", "catalogue", .. courses.Select(code => $"courses/{code}"), .. sessions.Select(code => $"sessions/{code}"), "accessibility", "privacy"];
        var sitemap = new XElement(Sitemaps + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", Xhtml), pages.SelectMany(page => Languages.Select(language => Entry(page, language))));
        return Content(new XDeclaration("1.0", "utf-8", null) + "\n" + sitemap, "application/xml", Encoding.UTF8);
    }

    private XElement Entry(string page, string language) => new(
        Sitemaps + "url",
        new XElement(Sitemaps + "loc", Address($"{language}/{page}")),
        Languages.Select(other => new XElement(
            Xhtml + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", $"{other}-BE"), new XAttribute("href", Address($"{other}/{page}")))));

    private string Address(string path) => new Uri(new Uri(school.PublicAddress), $"/{path}").AbsoluteUri;
}
