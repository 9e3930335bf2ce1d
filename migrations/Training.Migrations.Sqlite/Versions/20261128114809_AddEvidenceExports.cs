using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.Sqlite.Versions
{
    /// <inheritdoc />
    public partial class AddEvidenceExports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "evidence_exports",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    run_number = table.Column<int>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    author = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_exports", x => x.number);
                    table.ForeignKey(
                        name: "fk_evidence_exports_report_runs_run_number",
                        column: x => x.run_number,
                        principalTable: "report_runs",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_export_files",
                columns: table => new
                {
                    export_number = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence_export_files", x => x.export_number);
                    table.ForeignKey(
                        name: "fk_evidence_export_files_evidence_exports_export_number",
                        column: x => x.export_number,
                        principalTable: "evidence_exports",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_evidence_exports_code",
                table: "evidence_exports",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_evidence_exports_run_number",
                table: "evidence_exports",
                column: "run_number");

            AppendOnly.Protect(migrationBuilder, "evidence_exports");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "evidence_export_files");

            migrationBuilder.DropTable(
                name: "evidence_exports");
        }
    }
}
