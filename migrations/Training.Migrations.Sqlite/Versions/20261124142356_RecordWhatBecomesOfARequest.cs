using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.Sqlite.Versions
{
    /// <inheritdoc />
    public partial class RecordWhatBecomesOfARequest : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "group_id",
                table: "enrolments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "held_until",
                table: "enrolments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "keeps_priority_of",
                table: "enrolments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ranked_since",
                table: "enrolments",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<Guid>(
                name: "replaces",
                table: "enrolments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "seat_kept",
                table: "enrolments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "cause",
                table: "enrolment_transitions",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "number",
                table: "enrolment_transitions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "received_at",
                table: "enrolment_transitions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "charge_lines",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "approval_asks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recipient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_asks", x => x.id);
                    table.ForeignKey(
                        name: "fk_approval_asks_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_approval_asks_people_recipient_id",
                        column: x => x.recipient_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charge_billings",
                columns: table => new
                {
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    billing_entity = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    order_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charge_billings", x => x.enrolment_id);
                    table.ForeignKey(
                        name: "fk_charge_billings_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "eligibility_exceptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    granted_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_eligibility_exceptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_eligibility_exceptions_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_eligibility_exceptions_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "employer_settings",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    approver_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    escalation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    approvers_decide_on_themselves = table.Column<bool>(type: "INTEGER", nullable: false),
                    billing_entity = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    order_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employer_settings", x => x.organisation_id);
                    table.ForeignKey(
                        name: "fk_employer_settings_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_employer_settings_people_approver_id",
                        column: x => x.approver_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_employer_settings_people_escalation_id",
                        column: x => x.escalation_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "inbox_claims",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claimed_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    claimed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_claims", x => new { x.kind, x.item_id });
                });

            migrationBuilder.CreateTable(
                name: "unknown_employers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    first_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    last_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    settled_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unknown_employers", x => x.id);
                    table.ForeignKey(
                        name: "fk_unknown_employers_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_held_until",
                table: "enrolments",
                column: "held_until");

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_keeps_priority_of",
                table: "enrolments",
                column: "keeps_priority_of",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_replaces",
                table: "enrolments",
                column: "replaces");

            migrationBuilder.AddCheckConstraint(
                name: "ck_enrolments_seat",
                table: "enrolments",
                sql: "not holds_seat or status in ('EmployerPending', 'Confirmed', 'Invited', 'Completed', 'BelowThreshold', 'NoShow')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_enrolments_seat_kept",
                table: "enrolments",
                sql: "not seat_kept or (status = 'WithdrawnLate' and not holds_seat)");

            migrationBuilder.CreateIndex(
                name: "ix_approval_asks_enrolment_id_requested_at_kind_recipient_id",
                table: "approval_asks",
                columns: new[] { "enrolment_id", "requested_at", "kind", "recipient_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_approval_asks_recipient_id",
                table: "approval_asks",
                column: "recipient_id");

            migrationBuilder.CreateIndex(
                name: "ix_eligibility_exceptions_person_id",
                table: "eligibility_exceptions",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_eligibility_exceptions_session_id_person_id",
                table: "eligibility_exceptions",
                columns: new[] { "session_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_employer_settings_approver_id",
                table: "employer_settings",
                column: "approver_id");

            migrationBuilder.CreateIndex(
                name: "ix_employer_settings_escalation_id",
                table: "employer_settings",
                column: "escalation_id");

            migrationBuilder.CreateIndex(
                name: "ix_unknown_employers_session_id",
                table: "unknown_employers",
                column: "session_id");

            migrationBuilder.AddForeignKey(
                name: "fk_enrolments_enrolments_keeps_priority_of",
                table: "enrolments",
                column: "keeps_priority_of",
                principalTable: "enrolments",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_enrolments_enrolments_replaces",
                table: "enrolments",
                column: "replaces",
                principalTable: "enrolments",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            EnrolmentRecords.RankByRequest(migrationBuilder);
            EnrolmentRecords.KeepExceptions(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_enrolments_enrolments_keeps_priority_of",
                table: "enrolments");

            migrationBuilder.DropForeignKey(
                name: "fk_enrolments_enrolments_replaces",
                table: "enrolments");

            migrationBuilder.DropTable(
                name: "approval_asks");

            migrationBuilder.DropTable(
                name: "charge_billings");

            migrationBuilder.DropTable(
                name: "eligibility_exceptions");

            migrationBuilder.DropTable(
                name: "employer_settings");

            migrationBuilder.DropTable(
                name: "inbox_claims");

            migrationBuilder.DropTable(
                name: "unknown_employers");

            migrationBuilder.DropIndex(
                name: "ix_enrolments_held_until",
                table: "enrolments");

            migrationBuilder.DropIndex(
                name: "ix_enrolments_keeps_priority_of",
                table: "enrolments");

            migrationBuilder.DropIndex(
                name: "ix_enrolments_replaces",
                table: "enrolments");

            migrationBuilder.DropCheckConstraint(
                name: "ck_enrolments_seat",
                table: "enrolments");

            migrationBuilder.DropCheckConstraint(
                name: "ck_enrolments_seat_kept",
                table: "enrolments");

            migrationBuilder.DropColumn(
                name: "group_id",
                table: "enrolments");

            migrationBuilder.DropColumn(
                name: "held_until",
                table: "enrolments");

            migrationBuilder.DropColumn(
                name: "keeps_priority_of",
                table: "enrolments");

            migrationBuilder.DropColumn(
                name: "ranked_since",
                table: "enrolments");

            migrationBuilder.DropColumn(
                name: "replaces",
                table: "enrolments");

            migrationBuilder.DropColumn(
                name: "seat_kept",
                table: "enrolments");

            migrationBuilder.DropColumn(
                name: "cause",
                table: "enrolment_transitions");

            migrationBuilder.DropColumn(
                name: "number",
                table: "enrolment_transitions");

            migrationBuilder.DropColumn(
                name: "received_at",
                table: "enrolment_transitions");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "charge_lines");
        }
    }
}
