using Training.Domain.Sessions;

namespace Training.Web.Features.Planning;

/// <summary>The form in which a session is planned, with what stands in the way of it.</summary>
public sealed record SessionFormPage(SessionForm Form, PlanChoices Choices, string? CourseOfSession)
{
    public string? Refusal { get; init; }

    public IReadOnlyList<Clash> Clashes { get; init; } = [];

    public bool IsNew => Form.Session is null;
}
