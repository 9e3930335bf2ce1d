using Microsoft.EntityFrameworkCore;
using Training.Domain.Imports;
using Training.Domain.Organisations;
using Training.Domain.Persistence;

namespace Training.Domain.People;

/// <summary>The posts and employments of some employers, against which the rows of a file are held.</summary>
internal sealed class KnownPosts
{
    private readonly TrainingDbContext _db;
    private readonly Dictionary<(OrganisationId, string), GecoPost> _posts;
    private readonly Dictionary<(OrganisationId, string), List<Employment>> _employments;

    private KnownPosts(TrainingDbContext db, Dictionary<(OrganisationId, string), GecoPost> posts, Dictionary<(OrganisationId, string), List<Employment>> employments) =>
        (_db, _posts, _employments) = (db, posts, employments);

    /// <summary>That somebody, known by an address, holds a post from a day on; until another day, or as long as the employment lasts.</summary>
    public sealed record Held(string Email, DateOnly From, DateOnly? To);

    public static async Task<KnownPosts> OfAsync(TrainingDbContext db, IReadOnlyList<OrganisationId> employers, CancellationToken ct)
    {
        var posts = await db.GecoPosts.Where(post => employers.Contains(post.OrganisationId)).ToDictionaryAsync(post => (post.OrganisationId, post.Reference), ct);
        var rows = await (
            from employment in db.Employments
            join person in db.People on employment.PersonId equals person.Id
            where employers.Contains(employment.OrganisationId) && (employment.WorkEmail != null || person.Email != null)
            orderby employment.Start
            select new { Employment = employment, Email = employment.WorkEmail ?? person.Email! }).ToListAsync(ct);
        return new KnownPosts(db, posts, rows
            .GroupBy(row => (row.Employment.OrganisationId, row.Email.ToLowerInvariant()))
            .ToDictionary(group => group.Key, group => group.Select(row => row.Employment).ToList()));
    }

    public void Keep(RowReader row, Organisation employer, string reference, GecoPostFacts facts, Held? held, ImportReport report)
    {
        var employment = held is null ? null : Find(employer.Id, held);
        if (held is not null && employment is null)
        {
            row.Note("Holder", new NotStaffThen(held.Email, held.From), 0);
            return;
        }

        if (employment is { StaffCategory: StaffCategory.Volunteer })
            report.Warn(row.Line, row.HeadingOf("Holder"), new VolunteerInGecoPost());
        var isNew = !_posts.TryGetValue((employer.Id, reference), out var post);
        if (isNew)
            _db.Add(_posts[(employer.Id, reference)] = post = new GecoPost(employer.Id, reference, facts));

        var changed = post!.Restate(facts);
        if (employment is not null)
            changed |= Occupy(employment, held!, employer.IsPublicService ? FundingStatus.ExGecoLocal : FundingStatus.GecoAssociation, post);
        if (isNew)
            report.CountAdded();
        else
            report.CountChanged(changed);
    }

    // One employment holds the post over all of the days that the row names: what lies between two employments is held by nobody.
    private Employment? Find(OrganisationId employer, Held held) => _employments.TryGetValue((employer, held.Email), out var employments)
        ? employments.Find(e => e.CoversDay(held.From) && (held.To is null || e.CoversDay(held.To.Value)))
        : null;

    private bool Occupy(Employment employment, Held held, FundingStatus status, GecoPost post)
    {
        var (end, before) = (employment.End, employment.Terms);
        var terms = before with { FundingStatus = status, PostReference = post.Reference, RequiredLevel = post.RequiredLevel };
        var holds = employment;
        if (terms == before || held.From == before.Start)
            employment.Correct(terms, employment.Remark);
        else
            holds = Follow(employment, terms with { Start = held.From }, end);

        var leaves = held.To is { } to && to != end;
        if (leaves)
            Follow(holds, holds.Terms with { FundingStatus = FundingStatus.NotGeco, PostReference = null, Start = held.To!.Value.AddDays(1) }, end);
        return terms != before || leaves;
    }

    private Employment Follow(Employment employment, EmploymentTerms terms, DateOnly? end)
    {
        var next = employment.ChangeTo(terms);
        if (end is { } last)
            next.EndOn(last);
        _db.Add(next);
        _employments.Values.First(known => known.Contains(employment)).Add(next);
        return next;
    }
}
