using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;

namespace Training.Web.Features.Planning;

/// <summary>What a planner chooses from.</summary>
public sealed record PlanChoices(
    IReadOnlyList<PlanChoices.Course> Courses, IReadOnlyList<PlanChoices.Place> Rooms, IReadOnlyList<PlanChoices.Person> Trainers)
{
    public sealed record Course(Guid Id, string Code, LocalizedText Title);

    public sealed record Place(Guid Id, string Name, int? Capacity);

    public sealed record Person(Guid Id, string Name);

    public static async Task<PlanChoices> FindAsync(TrainingDbContext db, CancellationToken ct) => new(
        await (
            from course in db.Courses.AsNoTracking()
            join version in db.CourseVersions on course.PublishedVersionId equals version.Id
            orderby course.Code
            select new Course(course.Id.Value, course.Code, version.Title)).ToListAsync(ct),
        await db.Rooms.AsNoTracking().OrderBy(room => room.Name).Select(room => new Place(room.Id.Value, room.Name, room.Capacity)).ToListAsync(ct),
        await (
            from trainer in db.Trainers.AsNoTracking()
            join person in db.People on trainer.PersonId equals person.Id
            orderby person.LastName, person.FirstName
            select new Person(person.Id.Value, person.FirstName + " " + person.LastName)).ToListAsync(ct));
}
