using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Organisations;

/// <summary>What is agreed on a subsidised post.</summary>
public sealed class PostForm
{
    public int? RequiredLevel { get; set; }

    public string? Fte { get; set; }

    public string? Agreement { get; set; }

    public string? PremiumType { get; set; }

    public DateOnly? OpenedOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public GecoPostFacts ToFacts() => new(
        RequiredLevel, Numbers.Typed(Fte)!.Value, string.IsNullOrWhiteSpace(Agreement) ? null : Agreement.Trim(),
        string.IsNullOrWhiteSpace(PremiumType) ? null : PremiumType.Trim(), OpenedOn, ClosedOn);

    public static PostForm Of(GecoPostFacts facts) => new()
    {
        RequiredLevel = facts.RequiredLevel,
        Fte = Show.Fraction(facts.FteFraction),
        Agreement = facts.AgreementReference,
        PremiumType = facts.PremiumType,
        OpenedOn = facts.OpenedOn,
        ClosedOn = facts.ClosedOn,
    };

    public void Check(ModelStateDictionary errors, Texts texts)
    {
        if (Numbers.Typed(Fte) is not (> 0 and <= 1))
            errors.AddModelError(nameof(Fte), texts["Form_FractionWrong"]);
        if (RequiredLevel is < 1 or > 5)
            errors.AddModelError(nameof(RequiredLevel), texts["Form_LevelWrong"]);
        errors.Limit(nameof(Agreement), Agreement, GecoPost.TextMaxLength, texts);
        errors.Limit(nameof(PremiumType), PremiumType, GecoPost.TextMaxLength, texts);
    }
}

public sealed record PostPage(PostLine Line, Organisation Employer, PostForm Form)
{
    public Refusal? Refusal { get; init; }

    public static async Task<PostPage> FindAsync(TrainingDbContext db, Reader reader, GecoPostId id, PostForm? typed, DateOnly today, CancellationToken ct)
    {
        var post = await db.GecoPosts.AsNoTracking().OfEmployer(reader).Where(p => p.Id == id).OneAsync(ct);
        var employer = await db.Organisations.AsNoTracking().Where(o => o.Id == post.OrganisationId).OneAsync(ct);
        var line = (await PostLine.FindAsync(db, employer.Id, today, ct)).Single(l => l.Post.Id == id);
        return new PostPage(line, employer, typed ?? PostForm.Of(post.Facts));
    }
}
