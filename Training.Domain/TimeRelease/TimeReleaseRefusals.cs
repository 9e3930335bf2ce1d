namespace Training.Domain.TimeRelease;

public sealed record NotEnoughTimeRelease(int NeededMinutes, int AvailableMinutes) : Refusal
{
    public int MissingMinutes => NeededMinutes - AvailableMinutes;
}

/// <summary>The year has been closed: what it says changes only after a reopening with a reason.</summary>
public sealed record YearIsClosed(int Year) : Refusal;

/// <summary>Nothing of that year has been closed.</summary>
public sealed record YearIsOpen(int Year) : Refusal;

/// <summary>Hours followed elsewhere and opening balances take a proof and the name of who accepted it.</summary>
public sealed record ProofMissing : Refusal;

/// <summary>The person is under no scheme with this employer on that day.</summary>
public sealed record NoSchemeThen(string Person, DateOnly Day) : Refusal;

/// <summary>The scheme has no fixed number of hours here: nothing can be granted beyond it.</summary>
public sealed record NothingToExceed : Refusal;

/// <summary>The employer applies the scheme already.</summary>
public sealed record AlreadyAdopted(string Scheme) : Refusal;

/// <summary>The scheme that was chosen is none of those that fit the person's post.</summary>
public sealed record SchemeDoesNotFit(string Person, string Scheme) : Refusal;
