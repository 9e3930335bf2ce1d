using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.Sqlite;

/// <summary>What the database itself refuses about the ledger and the parameters, whoever asks.</summary>
internal static class LedgerGuards
{
    // The ledger among them: this database makes a table anew when a constraint is added to it, and its triggers are lost with the old one.
    private static readonly string[] AppendOnly = ["ledger_entries", "year_marks", "parameters"];

    public static void Up(MigrationBuilder migrationBuilder)
    {
        Down(migrationBuilder);
        foreach (var table in AppendOnly)
        {
            foreach (var action in (string[])["update", "delete"])
                migrationBuilder.Sql(
                    $"create trigger {table}_no_{action} before {action} on {table} begin select raise(abort, '{table} is append-only'); end;");
        }

        // A half-day lies in one year, so the account says which scheme it is.
        migrationBuilder.Sql(
            """
            create trigger ledger_entries_one_scheme before insert on ledger_entries when new.kind = 'Consume' and new.enrolment_id is not null
            begin
              select raise(abort, 'a minute is consumed from one scheme only')
              where exists (
                select 1 from ledger_entries e
                where e.enrolment_id = new.enrolment_id and e.cause_id = new.cause_id and e.kind = 'Consume' and e.account_id <> new.account_id);
            end;
            """);
        migrationBuilder.Sql(
            """
            create trigger time_release_accounts_closed before update on time_release_accounts
            when old.is_closed = 1 and new.is_closed = 1 and old.version <> new.version
            begin select raise(abort, 'the year is closed'); end;
            """);
    }

    public static void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in AppendOnly)
            migrationBuilder.Sql($"drop trigger if exists {table}_no_update; drop trigger if exists {table}_no_delete;");
        migrationBuilder.Sql("drop trigger if exists ledger_entries_one_scheme; drop trigger if exists time_release_accounts_closed;");
    }
}
