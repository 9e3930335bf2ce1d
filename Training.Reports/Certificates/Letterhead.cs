namespace Training.Reports.Certificates;

/// <summary>Whose paper it is. Nothing of one school is written in code.</summary>
/// <param name="VerifyAddress">Where anybody can check a certificate; its code is put behind it.</param>
public sealed record Letterhead(string School, string Address, Uri VerifyAddress);
