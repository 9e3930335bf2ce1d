using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.PostgreSql;

/// <summary>What devices sent, seals and warnings are added and never changed; nor is what a mark says.</summary>
internal static class AppendOnlyAttendance
{
    private static readonly string[] Tables = ["sent_marks", "register_seals", "attendance_warnings"];

    public static void Protect(MigrationBuilder migration)
    {
        foreach (var table in Tables)
            migration.Sql(
                $"create or replace trigger {table}_append_only before update or delete or truncate on {table} for each statement execute function refuse_change();");

        migration.Sql(
            """
            create or replace trigger attendance_marks_keep_their_word before update on attendance_marks for each row
            when ((old.seen_at, old.reason) is distinct from (new.seen_at, new.reason)) execute function refuse_change();
            """);
    }
}
