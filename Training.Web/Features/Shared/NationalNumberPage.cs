namespace Training.Web.Features.Shared;

/// <summary>What was sent and holds a national register number, given back to whoever typed it with everything else that they typed.</summary>
public sealed record NationalNumberPage(
    bool IsSearch, string Address, bool IsInFileName, IReadOnlyList<(string Name, string Value)> Found, IReadOnlyList<(string Name, string Value)> Others);
