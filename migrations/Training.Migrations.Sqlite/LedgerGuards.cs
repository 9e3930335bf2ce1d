using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.Sqlite;

/// <summary>What the database itself refuses about the ledger, whoever asks.</summary>
internal static class LedgerGuards
{
    public static void Create(MigrationBuilder migration)
    {
        // A half-day lies in one year, so the account says which scheme it is.
        migration.Sql(
            """
            create trigger ledger_entries_one_scheme before insert on ledger_entries when new.kind = 'Consume' and new.enrolment_id is not null
            begin
              select raise(abort, 'a minute is consumed from one scheme only')
              where exists (
                select 1 from ledger_entries e
                where e.enrolment_id = new.enrolment_id and e.cause_id = new.cause_id and e.kind = 'Consume' and e.account_id <> new.account_id);
            end;
            """);
        migration.Sql(
            """
            create trigger time_release_accounts_closed before update on time_release_accounts
            when old.is_closed = 1 and new.is_closed = 1 and old.version <> new.version
            begin select raise(abort, 'the year is closed'); end;
            """);
    }
}
