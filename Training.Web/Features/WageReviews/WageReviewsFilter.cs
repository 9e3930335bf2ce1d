namespace Training.Web.Features.WageReviews;

/// <summary>Which of the open reviews: of a person, a session or two sources.</summary>
public sealed class WageReviewsFilter
{
    public Guid? Person { get; set; }

    public string? Session { get; set; }

    /// <summary>As <see cref="WageReviewsPage.Line.Sources"/> writes them.</summary>
    public string? Sources { get; set; }

    public int Page { get; set; } = 1;

    public string Query(int page) => $"?person={Person}&session={Uri.EscapeDataString(Session ?? "")}&sources={Uri.EscapeDataString(Sources ?? "")}&page={page}";

    public bool Lets(WageReviewsPage.Line line) =>
        (Person is null || line.PersonId == Person) && (string.IsNullOrEmpty(Session) || line.Session == Session) && (string.IsNullOrEmpty(Sources) || line.Sources == Sources);
}
