using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.PostgreSql;

/// <summary>What the database itself refuses about the ledger, whoever asks.</summary>
internal static class LedgerGuards
{
    public static void Create(MigrationBuilder migration)
    {
        // A half-day lies in one year, so the account says which scheme it is.
        migration.Sql(
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
}
