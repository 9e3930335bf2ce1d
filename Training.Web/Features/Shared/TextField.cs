namespace Training.Web.Features.Shared;

/// <summary>A labelled field with what was typed and what is wrong with it.</summary>
public sealed record TextField(
    string Name, string Label, string? Value, string? Error, int MaxLength, bool IsRequired = false, string Type = "text", string? InputMode = null, string? Hint = null);
