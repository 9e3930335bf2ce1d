using Training.Domain.Persistence;

namespace Training.Domain.People;

/// <summary>What is agreed on a post: its level, its agreement, its days. Whoever holds it is not touched.</summary>
public sealed class EditGecoPost(TrainingDbContext db)
{
    public sealed record Request(GecoPostId Post, GecoPostFacts Facts, Reader Reader);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var post = await db.GecoPosts.OfEmployer(request.Reader).Where(p => p.Id == request.Post).OneAsync(ct);
        if (request.Facts.ClosedOn < request.Facts.OpenedOn)
            return new EndBeforeStart(request.Facts.OpenedOn!.Value);

        post.Restate(request.Facts);
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
