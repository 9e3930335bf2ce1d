using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.Sqlite;

/// <summary>
/// No minute is paid twice: a line is refused that would make all grants together pay more on its basis than was attended, and a mark
/// that would say that less was attended than is paid. One writer at a time makes that enough here.
/// </summary>
internal static class AllocationGuards
{
    public static void Create(MigrationBuilder migration)
    {
        migration.Sql(
            """
            create trigger allocation_lines_guard before insert on allocation_lines
            begin
              select raise(abort, 'allocation_lines_guard: more than was attended')
              where new.minutes > 0 and new.minutes + coalesce((
                  select sum(line.minutes) from allocation_lines line
                  where line.enrolment_id = new.enrolment_id and line.slot_id = new.slot_id and line.basis = new.basis), 0)
                > coalesce((
                  select mark.attended_minutes from attendance_marks mark
                  where mark.enrolment_id = new.enrolment_id and mark.slot_id = new.slot_id and mark.superseded_at is null), 0);
              select raise(abort, 'allocation_lines_guard: more is taken back than is paid')
              where new.minutes < 0 and new.minutes + coalesce((
                  select sum(line.minutes) from allocation_lines line
                  where line.grant_id = new.grant_id and line.enrolment_id = new.enrolment_id and line.slot_id = new.slot_id and line.basis = new.basis), 0) < 0;
            end;
            create trigger attendance_marks_allocation_lines_guard before insert on attendance_marks
            when new.superseded_at is null and exists (
              select 1 from allocation_lines line
              where line.enrolment_id = new.enrolment_id and line.slot_id = new.slot_id
              group by line.basis having sum(line.minutes) > new.attended_minutes)
            begin select raise(abort, 'allocation_lines_guard: less was attended than is paid'); end;
            """);
    }
}
