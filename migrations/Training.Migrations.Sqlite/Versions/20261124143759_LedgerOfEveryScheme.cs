using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.Sqlite.Versions
{
    /// <inheritdoc />
    public partial class LedgerOfEveryScheme : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_time_release_accounts_cap",
                table: "time_release_accounts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_time_release_accounts_signs",
                table: "time_release_accounts");

            migrationBuilder.AddColumn<int>(
                name: "carried_over_minutes",
                table: "time_release_accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "elsewhere_minutes",
                table: "time_release_accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "entitled_minutes",
                table: "time_release_accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_closed",
                table: "time_release_accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "approved_by",
                table: "ledger_entries",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "parameter_ids",
                table: "ledger_entries",
                type: "TEXT",
                maxLength: 500,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "proof",
                table: "ledger_entries",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "rules",
                table: "ledger_entries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "year_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scheme = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_year_marks", x => x.id);
                    table.CheckConstraint("ck_year_marks_reason", "step <> 'Reopened' or reason is not null");
                    table.ForeignKey(
                        name: "fk_year_marks_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_time_release_accounts_cap",
                table: "time_release_accounts",
                sql: "not is_capped or granted_minutes >= reserved_minutes + consumed_minutes + expired_minutes + carried_over_minutes + elsewhere_minutes");

            migrationBuilder.AddCheckConstraint(
                name: "ck_time_release_accounts_signs",
                table: "time_release_accounts",
                sql: "entitled_minutes >= 0 and reserved_minutes >= 0 and consumed_minutes >= 0 and expired_minutes >= 0 and carried_over_minutes >= 0 and elsewhere_minutes >= 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_parameters_period",
                table: "parameters",
                sql: "valid_to is null or valid_to >= valid_from");

            migrationBuilder.AddCheckConstraint(
                name: "ck_parameters_scope",
                table: "parameters",
                sql: "(scope = 'Global') = (scope_id is null)");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_cause_id",
                table: "ledger_entries",
                column: "cause_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_ledger_entries_accounts",
                table: "ledger_entries",
                sql: "from_account <> to_account");

            migrationBuilder.AddCheckConstraint(
                name: "ck_ledger_entries_proof",
                table: "ledger_entries",
                sql: "kind not in ('Opening', 'Elsewhere') or (proof is not null and approved_by is not null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_ledger_entries_reason",
                table: "ledger_entries",
                sql: "kind <> 'Exception' or note is not null");

            migrationBuilder.CreateIndex(
                name: "ix_year_marks_organisation_id_scheme_year",
                table: "year_marks",
                columns: new[] { "organisation_id", "scheme", "year" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "year_marks");

            migrationBuilder.DropCheckConstraint(
                name: "ck_time_release_accounts_cap",
                table: "time_release_accounts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_time_release_accounts_signs",
                table: "time_release_accounts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_parameters_period",
                table: "parameters");

            migrationBuilder.DropCheckConstraint(
                name: "ck_parameters_scope",
                table: "parameters");

            migrationBuilder.DropIndex(
                name: "ix_ledger_entries_cause_id",
                table: "ledger_entries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_ledger_entries_accounts",
                table: "ledger_entries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_ledger_entries_proof",
                table: "ledger_entries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_ledger_entries_reason",
                table: "ledger_entries");

            migrationBuilder.DropColumn(
                name: "carried_over_minutes",
                table: "time_release_accounts");

            migrationBuilder.DropColumn(
                name: "elsewhere_minutes",
                table: "time_release_accounts");

            migrationBuilder.DropColumn(
                name: "entitled_minutes",
                table: "time_release_accounts");

            migrationBuilder.DropColumn(
                name: "is_closed",
                table: "time_release_accounts");

            migrationBuilder.DropColumn(
                name: "approved_by",
                table: "ledger_entries");

            migrationBuilder.DropColumn(
                name: "parameter_ids",
                table: "ledger_entries");

            migrationBuilder.DropColumn(
                name: "proof",
                table: "ledger_entries");

            migrationBuilder.DropColumn(
                name: "rules",
                table: "ledger_entries");

            migrationBuilder.AddCheckConstraint(
                name: "ck_time_release_accounts_cap",
                table: "time_release_accounts",
                sql: "not is_capped or granted_minutes >= reserved_minutes + consumed_minutes + expired_minutes");

            migrationBuilder.AddCheckConstraint(
                name: "ck_time_release_accounts_signs",
                table: "time_release_accounts",
                sql: "reserved_minutes >= 0 and consumed_minutes >= 0 and expired_minutes >= 0");
        }
    }
}
