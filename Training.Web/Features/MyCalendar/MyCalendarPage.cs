namespace Training.Web.Features.MyCalendar;

/// <param name="Since">When the address was made; nothing where there is none.</param>
/// <param name="Address">Shown once, right after it was made.</param>
public sealed record MyCalendarPage(DateTime? Since, string? Address);
