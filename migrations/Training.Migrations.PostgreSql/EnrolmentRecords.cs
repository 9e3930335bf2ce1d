using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.PostgreSql;

/// <summary>What the tables of enrolment need beyond their columns.</summary>
internal static class EnrolmentRecords
{
    /// <summary>Whoever waited already keeps the place that the request gave.</summary>
    public static void RankByRequest(MigrationBuilder migration) =>
        migration.Sql("update enrolments set ranked_since = requested_at where ranked_since < '1900-01-01';");

    /// <summary>Exceptions to the rules of eligibility are added and never changed.</summary>
    public static void KeepExceptions(MigrationBuilder migration) => migration.Sql(
        """
        create or replace trigger eligibility_exceptions_append_only before update or delete or truncate on eligibility_exceptions
        for each statement execute function refuse_change();
        """);
}
