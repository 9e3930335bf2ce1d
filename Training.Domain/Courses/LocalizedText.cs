namespace Training.Domain.Courses;

/// <summary>A text in the school's two languages, on an equal footing, with English as a courtesy.</summary>
public sealed record LocalizedText(string Fr, string Nl, string? En = null)
{
    public static readonly LocalizedText Empty = new("", "");

    /// <summary>The text in a two-letter language; English falls back on both others, since neither may stand in for the other.</summary>
    public string In(string language) => language switch
    {
        "fr" => Fr,
        "nl" => Nl,
        _ => En ?? (Fr == Nl ? Fr : $"{Fr} / {Nl}"),
    };
}
