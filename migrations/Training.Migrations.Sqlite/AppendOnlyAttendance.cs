using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.Sqlite;

/// <summary>What devices sent, seals and warnings are added and never changed; nor is what a mark says.</summary>
internal static class AppendOnlyAttendance
{
    private static readonly string[] Tables = ["sent_marks", "register_seals", "attendance_warnings"];

    public static void Protect(MigrationBuilder migration)
    {
        foreach (var table in Tables)
        {
            foreach (var action in (string[])["update", "delete"])
                migration.Sql(
                    $"create trigger if not exists {table}_no_{action} before {action} on {table} begin select raise(abort, '{table} is append-only'); end;");
        }

        migration.Sql(
            """
            create trigger if not exists attendance_marks_keep_their_word before update on attendance_marks
            when old.seen_at is not new.seen_at or old.reason is not new.reason
            begin select raise(abort, 'attendance_marks is append-only'); end;
            """);
    }
}
