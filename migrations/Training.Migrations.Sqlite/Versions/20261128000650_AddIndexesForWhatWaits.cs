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
            migrationBuilder.CreateIndex(
                name: "ix_mark_contests_sent_at",
                table: "mark_contests",
                column: "sent_at",
                filter: "answered_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_enrolment_id",
                table: "certificates",
                column: "enrolment_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mark_contests_sent_at",
                table: "mark_contests");

            migrationBuilder.DropIndex(
                name: "ix_certificates_enrolment_id",
                table: "certificates");
        }
    }
}
