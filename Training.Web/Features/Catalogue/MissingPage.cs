namespace Training.Web.Features.Catalogue;

/// <summary>A code that leads nowhere: a page that says so and offers to look further.</summary>
public sealed record MissingPage(string TextKey, string Code);
