using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.TimeRelease;

namespace Training.Domain.Persistence;

/// <summary>
/// Which entities leave a change record, under which aggregate, and which of their fields are personal. Entities that are only
/// ever added to (marks, rulings, transitions, ledger lines) bear author and moment themselves and are their own record.
/// </summary>
internal static class RecordedAggregates
{
    private static readonly string[] NoFields = [];

    private static readonly Dictionary<Type, Kept> All = new Kept[]
    {
        Of<Course>("course", e => e.Id.Value, NoFields),
        Of<CourseVersion>("course", e => e.CourseId.Value, NoFields),
        Of<CourseSubject>("course-version", e => e.CourseVersionId.Value, NoFields),
        Of<Session>("session", e => e.Id.Value, NoFields),
        Of<TeachingSlot>("session", e => e.SessionId.Value, NoFields),
        Of<SessionTrainer>("session", e => e.SessionId.Value, NoFields),
        Of<Organisation>("organisation", e => e.Id.Value, NoFields),
        Of<SchemeAdoption>("organisation", e => e.OrganisationId.Value, NoFields),
        Of<Person>("person", e => e.Id.Value, "FirstName", "LastName", "Email", "Language", "Gender", "YearOfBirth", "LevelHeld"),
        Of<Employment>("person", e => e.PersonId.Value, "Remark", "PostReference"),
        Of<Enrolment>("enrolment", e => e.Id.Value, NoFields),
        Of<HalfDayRegister>("register", e => e.Id.Value, NoFields),
        Of<Certificate>("certificate", e => e.Id.Value, "Content.PersonName", "Content.Initials"),
        Of<Parameter>("parameter", e => e.Id.Value, NoFields),
    }.ToDictionary(kept => kept.Type);

    public static Kept? Find(Type type) => All.GetValueOrDefault(type);

    private static Kept Of<T>(string name, Func<T, Guid> root, params string[] personal) =>
        new(typeof(T), name, entity => root((T)entity), [.. personal]);

    internal sealed record Kept(Type Type, string Name, Func<object, Guid> RootOf, HashSet<string> Personal)
    {
        public bool IsPersonal(string field) => Personal.Contains(field);
    }
}
