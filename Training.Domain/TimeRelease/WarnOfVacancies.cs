using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.Messages;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Domain.TimeRelease;

/// <summary>
/// Tells the training officers of an employer that a GECO post stands empty, after each number of months of <c>geco.vacancyWarningMonths</c> and
/// before it is lost (<c>geco.vacancyMonths</c>). Each warning is given once; of several that were missed, the latest.
/// </summary>
public sealed class WarnOfVacancies(TrainingDbContext db, OfficeClock clock, RecordByRecord each)
{
    /// <returns>How many warnings were written.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var parameters = await db.ParameterBookAsync(ct);
        var posts = await db.GecoPosts.AsNoTracking().OrderBy(p => p.OrganisationId).ThenBy(p => p.Reference).ToListAsync(ct);
        var employers = posts.Select(post => post.OrganisationId).Distinct().ToList();
        var names = await db.Organisations.AsNoTracking().Where(o => employers.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var occupancies = await db.OccupanciesAsync(employers, ct);
        var officers = await db.OfficersAsync(today, ct);
        return await each.SumAsync(posts, post => $"post {post.Id.Value}", async post =>
        {
            var employer = post.OrganisationId;
            var lapse = parameters.Number(ParameterKeys.GecoVacancyMonths, today, employer.Value);
            if (post.VacancyOn(today, [.. occupancies[post.Id]], lapse) is not { } vacancy || vacancy.LapsesOn <= today)
                return 0;

            var reached = parameters.Numbers(ParameterKeys.GecoVacancyWarningMonths, today, employer.Value).Where(months => vacancy.Since.AddMonths(months) <= today).DefaultIfEmpty().Max();
            if (reached == 0)
                return 0;

            var facts = new EnrolmentFacts(post.Reference, names[employer].Fr, names[employer].Nl, vacancy.Since, LastDay: null, Until: vacancy.LapsesOn);
            var key = string.Create(CultureInfo.InvariantCulture, $"vacant {post.Id.Value:N} {vacancy.Since:yyyy-MM-dd} {reached}");
            return await db.TellOnceAsync(officers[employer], facts, MessageKind.GecoPostVacant, key, clock.Now, ct);
        });
    }
}
