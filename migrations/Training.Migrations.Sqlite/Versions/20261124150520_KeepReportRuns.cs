using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.Sqlite.Versions
{
    /// <inheritdoc />
    public partial class KeepReportRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "report_runs",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    report = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    question = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    cut_off = table.Column<DateTime>(type: "TEXT", nullable: false),
                    template_version = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    author = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_runs", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "report_run_traits",
                columns: table => new
                {
                    run_number = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_run_traits", x => x.run_number);
                    table.ForeignKey(
                        name: "fk_report_run_traits_report_runs_run_number",
                        column: x => x.run_number,
                        principalTable: "report_runs",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_report_runs_report_digest",
                table: "report_runs",
                columns: new[] { "report", "digest" });
            migrationBuilder.Sql(
                """
                create trigger report_runs_no_update before update on report_runs begin select raise(abort, 'report_runs is append-only'); end;
                create trigger report_runs_no_delete before delete on report_runs begin select raise(abort, 'report_runs is append-only'); end;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "report_run_traits");

            migrationBuilder.DropTable(
                name: "report_runs");
        }
    }
}
