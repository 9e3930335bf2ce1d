using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.PostgreSql;

/// <summary>What the database itself refuses about the ledger and the parameters, whoever asks.</summary>
internal static class LedgerGuards
{
    private static readonly string[] AppendOnly = ["year_marks", "parameters"];

    public static void Up(MigrationBuilder migrationBuilder)
    {
        Down(migrationBuilder);
        foreach (var table in AppendOnly)
            migrationBuilder.Sql(
                $"create trigger {table}_append_only before update or delete or truncate on {table} for each statement execute function refuse_change();");

        // A half-day lies in one year, so the account says which scheme it is.
        migrationBuilder.Sql(
            """
            create function refuse_second_scheme() returns trigger language plpgsql as
            $$ begin
              if exists (
                select 1 from ledger_entries e
                where e.enrolment_id = new.enrolment_id and e.cause_id = new.cause_id and e.kind = 'Consume' and e.account_id <> new.account_id) then
                raise exception 'a minute is consumed from one scheme only';
              end if;
              return new;
            end $$;
            create trigger ledger_entries_one_scheme before insert on ledger_entries for each row
            when (new.kind = 'Consume' and new.enrolment_id is not null) execute function refuse_second_scheme();

            create function refuse_closed_year() returns trigger language plpgsql as
            $$ begin raise exception 'the year is closed'; end $$;
            create trigger time_release_accounts_closed before update on time_release_accounts for each row
            when (old.is_closed and new.is_closed and old.version <> new.version) execute function refuse_closed_year();
            """);
    }

    public static void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in AppendOnly)
            migrationBuilder.Sql($"drop trigger if exists {table}_append_only on {table};");
        migrationBuilder.Sql(
            """
            drop trigger if exists ledger_entries_one_scheme on ledger_entries;
            drop trigger if exists time_release_accounts_closed on time_release_accounts;
            drop function if exists refuse_second_scheme;
            drop function if exists refuse_closed_year;
            """);
    }
}
