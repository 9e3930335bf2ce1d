using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.Sqlite.Versions;

/// <summary>Rows of the record tables are added and never changed: the database itself says no.</summary>
public partial class AppendOnly : Migration
{
    private static readonly string[] Tables =
        ["ledger_entries", "enrolment_transitions", "absence_rulings", "charge_lines", "change_records", "daily_seals"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            foreach (var action in (string[])["update", "delete"])
                migrationBuilder.Sql(
                    $"create trigger {table}_no_{action} before {action} on {table} begin select raise(abort, '{table} is append-only'); end;");
        }

        migrationBuilder.Sql(
            """
            create trigger attendance_marks_no_delete before delete on attendance_marks
            begin select raise(abort, 'attendance_marks is append-only'); end;
            create trigger attendance_marks_no_update before update on attendance_marks
            when old.superseded_at is not null or new.superseded_at is null
              or old.id <> new.id or old.enrolment_id <> new.enrolment_id or old.slot_id <> new.slot_id or old.gaps <> new.gaps
              or old.attended_minutes <> new.attended_minutes or old.recorded_at <> new.recorded_at or old.recorded_by <> new.recorded_by
            begin select raise(abort, 'attendance_marks is append-only'); end;
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables.Append("attendance_marks"))
            migrationBuilder.Sql($"drop trigger {table}_no_update; drop trigger {table}_no_delete;");
    }
}
