using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.PostgreSql;

/// <summary>
/// No minute is paid twice: a line is refused that would make all grants together pay more on its basis than was attended, and a mark
/// that would say that less was attended than is paid. Whoever writes a line first locks the person's marks in that slot, so that of all
/// who write at the same instant each sees the lines of the one before.
/// </summary>
internal static class AllocationGuards
{
    public static void Create(MigrationBuilder migration)
    {
        migration.Sql(
            """
            create function guard_allocation_line() returns trigger language plpgsql as
            $$
            declare
              attended integer;
              paid integer;
            begin
              perform 1 from attendance_marks mark
                where mark.enrolment_id = new.enrolment_id and mark.slot_id = new.slot_id order by mark.id for no key update;
              if new.minutes > 0 then
                select coalesce(sum(line.minutes), 0) into paid from allocation_lines line
                  where line.enrolment_id = new.enrolment_id and line.slot_id = new.slot_id and line.basis = new.basis;
                select coalesce(max(mark.attended_minutes), 0) into attended from attendance_marks mark
                  where mark.enrolment_id = new.enrolment_id and mark.slot_id = new.slot_id and mark.superseded_at is null;
                if paid + new.minutes > attended then
                  raise exception 'allocation_lines_guard: more than was attended';
                end if;
              else
                select coalesce(sum(line.minutes), 0) into paid from allocation_lines line
                  where line.grant_id = new.grant_id and line.enrolment_id = new.enrolment_id and line.slot_id = new.slot_id and line.basis = new.basis;
                if paid + new.minutes < 0 then
                  raise exception 'allocation_lines_guard: more is taken back than is paid';
                end if;
              end if;
              return new;
            end $$;
            create trigger allocation_lines_guard before insert on allocation_lines for each row execute function guard_allocation_line();

            create function guard_attendance_mark() returns trigger language plpgsql as
            $$
            begin
              if new.superseded_at is null and exists (
                select 1 from allocation_lines line
                where line.enrolment_id = new.enrolment_id and line.slot_id = new.slot_id
                group by line.basis having sum(line.minutes) > new.attended_minutes) then
                raise exception 'allocation_lines_guard: less was attended than is paid';
              end if;
              return new;
            end $$;
            create trigger attendance_marks_allocation_lines_guard before insert on attendance_marks for each row execute function guard_attendance_mark();
            """);
    }
}
