namespace Training.Domain.Courses.Search;

/// <summary>
/// What the catalogue's search knows of a published course: stems, separated by blanks. Each database keeps a full-text index over these
/// columns up to date by itself, in the same transaction.
/// </summary>
public sealed class CourseSearchEntry
{
    private CourseSearchEntry() => (Code, Title, Words) = ("", "", "");

    public CourseSearchEntry(CourseId course, string code, string title, string words) : this()
    {
        (CourseId, Code) = (course, code);
        Restate(title, words);
    }

    public long Id { get; private set; }

    public CourseId CourseId { get; private set; }

    public string Code { get; private set; }

    /// <summary>Stems of the code and of the title in every language.</summary>
    public string Title { get; private set; }

    /// <summary>Stems of everything that the course says, its title included.</summary>
    public string Words { get; private set; }

    public void Restate(string title, string words) => (Title, Words) = (title, words);
}

/// <summary>A stem that some course uses, with its trigrams: where a word typed wrongly is looked up.</summary>
public sealed class SearchWord
{
    public const int StemMaxLength = 80;

    private SearchWord() => (Stem, Trigrams) = ("", "");

    public SearchWord(string stem) => (Stem, Trigrams) = (stem, string.Join(' ', SearchTerms.TrigramsOf(stem)));

    public long Id { get; private set; }

    public string Stem { get; private set; }

    public string Trigrams { get; private set; }
}

/// <summary>A course that a search found. <see cref="Rank"/> is higher where more words are met, and in the title.</summary>
public sealed class CourseHit
{
    private CourseHit() => Code = "";

    public CourseId CourseId { get; private set; }

    public string Code { get; private set; }

    public int Rank { get; private set; }
}
