using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.Sqlite.Versions
{
    /// <inheritdoc />
    public partial class AddIndexesForWhatWaits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_registers_status_date",
                table: "registers");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
