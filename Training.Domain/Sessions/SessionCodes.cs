using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.Sessions;

/// <summary>Codes of sessions: the course, the year and a number.</summary>
internal static class SessionCodes
{
    /// <param name="taken">Codes that are given but not yet saved.</param>
    public static async Task<string> NextAsync(TrainingDbContext db, string course, int year, IReadOnlyCollection<string> taken, CancellationToken ct)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"-{year % 100:00}-");
        start = course[..Math.Min(course.Length, Session.CodeMaxLength - start.Length - 3)] + start;
        var known = (await db.Sessions.Where(s => s.Code.StartsWith(start)).Select(s => s.Code).ToListAsync(ct)).Concat(taken).ToHashSet();
        for (var number = 1; ; number++)
        {
            var code = string.Create(CultureInfo.InvariantCulture, $"{start}{number}");
            if (!known.Contains(code))
                return code;
        }
    }
}
