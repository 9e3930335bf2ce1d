using Training.Domain.People;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Enrolments;

/// <summary>Finds the people of a pasted list: by address, or by first and last name in either order, capitals and accents aside.</summary>
public static class PastedList
{
    /// <returns>Who was found for each line; nobody where no one, or more than one, fits.</returns>
    public static IReadOnlyList<(string Line, Person? Person)> Match(IReadOnlyList<string> lines, IReadOnlyList<Person> staff) =>
        [.. lines.Select(line => (line, Find(line, staff)))];

    private static Person? Find(string line, IReadOnlyList<Person> staff)
    {
        var cells = line.Split([';', ',', '\t', '<', '>'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var address = cells.FirstOrDefault(cell => cell.Contains('@', StringComparison.Ordinal));
        if (address is not null)
            return Only(staff.Where(person => string.Equals(person.Email, address, StringComparison.OrdinalIgnoreCase)));

        var words = new SearchWords(string.Join(' ', cells));
        return words.IsEmpty ? null : Only(staff.Where(person => words.FoundIn(person.FirstName, person.LastName) && new SearchWords(person.FullName).FoundIn(line)));
    }

    private static Person? Only(IEnumerable<Person> found) => found.Take(2).ToList() is [var one] ? one : null;
}
