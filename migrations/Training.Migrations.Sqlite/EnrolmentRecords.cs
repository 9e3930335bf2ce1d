using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.Sqlite;

/// <summary>What the tables of enrolment need beyond their columns.</summary>
internal static class EnrolmentRecords
{
    /// <summary>Whoever waited already keeps the place that the request gave.</summary>
    public static void RankByRequest(MigrationBuilder migration) =>
        migration.Sql("update enrolments set ranked_since = requested_at where ranked_since < '1900-01-01';");

    /// <summary>Exceptions to the rules of eligibility are added and never changed.</summary>
    public static void KeepExceptions(MigrationBuilder migration)
    {
        foreach (var action in (string[])["update", "delete"])
            migration.Sql(
                $"create trigger if not exists eligibility_exceptions_no_{action} before {action} on eligibility_exceptions begin select raise(abort, 'eligibility_exceptions is append-only'); end;");
    }
}
