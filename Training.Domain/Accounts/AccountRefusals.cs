namespace Training.Domain.Accounts;

/// <summary>No invitation has this code.</summary>
public sealed record InvitationUnknown : Refusal;

public sealed record InvitationUsed : Refusal;

public sealed record InvitationExpired(DateOnly LastDay) : Refusal;

/// <summary>The provider knows whoever accepts under no address to which the invitation was sent.</summary>
public sealed record InvitationForAnotherAddress : Refusal;

/// <summary>Whoever accepts signs in to another account already.</summary>
public sealed record SignInTaken : Refusal;

/// <summary>The account is used already or holds roles: its holder adds a way of signing in, or an administrator does.</summary>
public sealed record AccountInUse : Refusal;

/// <summary>The e-mail address is none, or too long.</summary>
public sealed record AddressUnusable : Refusal;

/// <summary>The role is no role to grant, or the organisation or funder for it is missing or unknown.</summary>
public sealed record RoleScopeMissing : Refusal;

public sealed record RoleAlreadyHeld : Refusal;

/// <summary>Nobody could keep users any more.</summary>
public sealed record LastAdministrator : Refusal;

/// <summary>Somebody signs in as administrator: whoever is to be one more is invited by them.</summary>
public sealed record AdministratorExists : Refusal;

/// <summary>The name is empty, too long or holds a national register number.</summary>
public sealed record AccountNameUnusable : Refusal;

/// <summary>Whoever has signed in this way has asked already, and nobody has decided yet.</summary>
public sealed record AccessAskedAlready : Refusal;

/// <summary>A colleague has decided meanwhile.</summary>
public sealed record AccessDecidedAlready : Refusal;

/// <summary>Nobody of that name is in the employer's file, or several are: somebody has to look.</summary>
public sealed record AccessPersonUnclear : Refusal;

/// <summary>No employer was picked or typed.</summary>
public sealed record EmployerMissing : Refusal;
