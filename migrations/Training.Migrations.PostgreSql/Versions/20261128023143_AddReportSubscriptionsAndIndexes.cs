using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.PostgreSql.Versions
{
    /// <inheritdoc />
    public partial class AddReportSubscriptionsAndIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_registers_status_date",
                table: "registers");

            migrationBuilder.CreateTable(
                name: "report_subscriptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    choices = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    period = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rule = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    made_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    fault = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_run = table.Column<int>(type: "integer", nullable: true),
                    last_sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_subscriptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_report_subscriptions_report_runs_last_run",
                        column: x => x.last_run,
                        principalTable: "report_runs",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_subscription_readers",
                columns: table => new
                {
                    subscription_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_subscription_readers", x => new { x.subscription_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_report_subscription_readers_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_report_subscription_readers_report_subscriptions_subscripti",
                        column: x => x.subscription_id,
                        principalTable: "report_subscriptions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_registers_status_date_session_id",
                table: "registers",
                columns: new[] { "status", "date", "session_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mark_contests_sent_at",
                table: "mark_contests",
                column: "sent_at",
                filter: "answered_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_status_session_id_id",
                table: "enrolments",
                columns: new[] { "status", "session_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_certificates_enrolment_id_kind",
                table: "certificates",
                columns: new[] { "enrolment_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_report_subscription_readers_account_id",
                table: "report_subscription_readers",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_report_subscriptions_last_run",
                table: "report_subscriptions",
                column: "last_run");

            migrationBuilder.CreateIndex(
                name: "ix_report_subscriptions_try_at",
                table: "report_subscriptions",
                column: "try_at",
                filter: "stopped_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "report_subscription_readers");

            migrationBuilder.DropTable(
                name: "report_subscriptions");

            migrationBuilder.DropIndex(
                name: "ix_registers_status_date_session_id",
                table: "registers");

            migrationBuilder.DropIndex(
                name: "ix_mark_contests_sent_at",
                table: "mark_contests");

            migrationBuilder.DropIndex(
                name: "ix_enrolments_status_session_id_id",
                table: "enrolments");

            migrationBuilder.DropIndex(
                name: "ix_certificates_enrolment_id_kind",
                table: "certificates");

            migrationBuilder.CreateIndex(
                name: "ix_registers_status_date",
                table: "registers",
                columns: new[] { "status", "date" });
        }
    }
}
