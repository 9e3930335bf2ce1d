using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.Sqlite.Versions
{
    /// <inheritdoc />
    public partial class SignInSheets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sheet_code",
                table: "registers",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "");
            SheetCodes.Give(migrationBuilder);

            migrationBuilder.CreateTable(
                name: "sheet_scans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    register_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    page = table.Column<int>(type: "INTEGER", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sheet_scans", x => x.id);
                    table.CheckConstraint("ck_sheet_scans_page", "page >= 1");
                    table.ForeignKey(
                        name: "fk_sheet_scans_registers_register_id",
                        column: x => x.register_id,
                        principalTable: "registers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signature_checks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    register_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    finding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signature_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_signature_checks_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_signature_checks_registers_register_id",
                        column: x => x.register_id,
                        principalTable: "registers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_registers_sheet_code",
                table: "registers",
                column: "sheet_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sheet_scans_register_id_sha256",
                table: "sheet_scans",
                columns: new[] { "register_id", "sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_signature_checks_enrolment_id",
                table: "signature_checks",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "ix_signature_checks_register_id_enrolment_id_sequence",
                table: "signature_checks",
                columns: new[] { "register_id", "enrolment_id", "sequence" },
                unique: true);

            AppendOnly.Protect(migrationBuilder, "sheet_scans");
            AppendOnly.Protect(migrationBuilder, "signature_checks");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sheet_scans");

            migrationBuilder.DropTable(
                name: "signature_checks");

            migrationBuilder.DropIndex(
                name: "ix_registers_sheet_code",
                table: "registers");

            migrationBuilder.DropColumn(
                name: "sheet_code",
                table: "registers");
        }
    }
}
