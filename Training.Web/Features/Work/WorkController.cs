using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Work;
using Training.Web.Access;

namespace Training.Web.Features.Work;

/// <summary>Long work that one has asked for: how far it is, what came of it, and what went before.</summary>
[Route("/{lang:lang}/work")]
public sealed class WorkController(TrainingDbContext db, CurrentUser user) : Controller
{
    private const int MaxShown = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        View(await Own.OrderByDescending(item => item.QueuedAt).Take(MaxShown).ToListAsync(ct));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Item(Guid id, CancellationToken ct)
    {
        var wanted = new WorkItemId(id);
        return View(await Own.Where(item => item.Id == wanted).OneAsync(ct));
    }

    private IQueryable<WorkItem> Own => db.WorkItems.AsNoTracking().Where(item => item.OwnerName == user.Name);
}
