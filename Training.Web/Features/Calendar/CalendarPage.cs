namespace Training.Web.Features.Calendar;

/// <param name="Since">When the address was made; nothing where there is none.</param>
/// <param name="Address">Shown once, right after it was made.</param>
public sealed record CalendarPage(DateTime? Since, string? Address);
