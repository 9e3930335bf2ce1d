using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.PostgreSql.Versions;

/// <summary>Rows of the record tables are added and never changed: the database itself says no.</summary>
public partial class AppendOnly : Migration
{
    private static readonly string[] Tables =
        ["ledger_entries", "enrolment_transitions", "absence_rulings", "charge_lines", "change_records", "daily_seals"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            create function refuse_change() returns trigger language plpgsql as
            $$ begin raise exception '% is append-only', tg_table_name; end $$;
            """);

        foreach (var table in Tables)
            migrationBuilder.Sql(
                $"create trigger {table}_append_only before update or delete or truncate on {table} for each statement execute function refuse_change();");

        migrationBuilder.Sql(
            """
            create trigger attendance_marks_no_delete before delete or truncate on attendance_marks
            for each statement execute function refuse_change();
            create trigger attendance_marks_no_update before update on attendance_marks for each row
            when (old.superseded_at is not null or new.superseded_at is null
              or (old.id, old.enrolment_id, old.slot_id, old.gaps, old.attended_minutes, old.recorded_at, old.recorded_by)
                 is distinct from (new.id, new.enrolment_id, new.slot_id, new.gaps, new.attended_minutes, new.recorded_at, new.recorded_by))
            execute function refuse_change();
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
            migrationBuilder.Sql($"drop trigger {table}_append_only on {table};");
        migrationBuilder.Sql(
            """
            drop trigger attendance_marks_no_update on attendance_marks;
            drop trigger attendance_marks_no_delete on attendance_marks;
            drop function refuse_change;
            """);
    }
}
