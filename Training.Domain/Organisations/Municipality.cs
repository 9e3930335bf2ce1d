using Training.Domain.Courses;

namespace Training.Domain.Organisations;

/// <summary>One of the nineteen, known by its NIS/INS code: a postal code does not determine a municipality.</summary>
public sealed class Municipality
{
    public const int NisLength = 5;

    private Municipality() => (Nis, Name, PostalCodes) = ("", LocalizedText.Empty, "");

    public Municipality(string nis, LocalizedText name, string postalCodes, bool inImpulsionLocalStrand) =>
        (Nis, Name, PostalCodes, InImpulsionLocalStrand) = (nis, name, postalCodes, inImpulsionLocalStrand);

    public string Nis { get; private set; }

    public LocalizedText Name { get; private set; }

    /// <summary>Postal codes that lie in it, separated by blanks.</summary>
    public string PostalCodes { get; private set; }

    /// <summary>Whether it is one of the nine of the local strand of COCOF's Impulsion call.</summary>
    public bool InImpulsionLocalStrand { get; private set; }

    /// <summary>True when something changed.</summary>
    public bool Restate(LocalizedText name, string postalCodes, bool inImpulsionLocalStrand)
    {
        var before = (Name, PostalCodes, InImpulsionLocalStrand);
        (Name, PostalCodes, InImpulsionLocalStrand) = (name, postalCodes, inImpulsionLocalStrand);
        return before != (Name, PostalCodes, InImpulsionLocalStrand);
    }
}
