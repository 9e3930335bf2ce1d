namespace Training.Domain.Imports;

public sealed record FileEmpty : Refusal;

public sealed record FileTooLarge(int Megabytes) : Refusal;

/// <summary>More rows or columns than any list of people has.</summary>
public sealed record TableTooLarge(int MaxRows, int MaxColumns) : Refusal;

/// <summary>Neither a workbook nor delimited text, whatever its name says.</summary>
public sealed record NotATable : Refusal;

public sealed record ColumnsMissing(string Columns) : Refusal;

public sealed record RowTooShort(int Expected, int Found) : Refusal;

public sealed record ValueMissing : Refusal;

public sealed record TooLong(int MaxLength) : Refusal;

/// <summary>A fraction of full-time work is above 0 and at most 1.</summary>
public sealed record NotAFraction(string Value) : Refusal;

public sealed record NotANumber(string Value) : Refusal;

public sealed record NotADate(string Value) : Refusal;

public sealed record NotATime(string Value) : Refusal;

public sealed record NotAnAddress(string Value) : Refusal;

public sealed record NotAnEnterpriseNumber(string Value) : Refusal;

/// <summary>A code that the column does not know.</summary>
public sealed record UnknownCode(string Value) : Refusal;

/// <summary>A national register number was found. It is never kept, so it is not repeated here either.</summary>
public sealed record NationalNumberFound : Refusal;

public sealed record SameAsRow(int FirstRow) : Refusal;

/// <summary>The file says that work began before the day that is already known.</summary>
public sealed record StartBeforeKnown(DateOnly Known) : Refusal;

/// <summary>A warning: letters were lost before the file was made.</summary>
public sealed record LettersDamaged(string Value) : Refusal;

/// <summary>A warning: volunteers get no time release, so a GECO post is surprising.</summary>
public sealed record VolunteerInGecoPost : Refusal;

/// <summary>A warning: two sessions meet in one room at one time.</summary>
public sealed record RoomClash(string Room, string OtherSession, DateOnly Date, TimeOnly Start, TimeOnly End) : Refusal;
