using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.PostgreSql.Versions
{
    /// <inheritdoc />
    public partial class FreezeCertificates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_certificates_enrolment_id",
                table: "certificates");

            migrationBuilder.RenameColumn(
                name: "content_course_title",
                table: "certificates",
                newName: "content_title_nl");

            migrationBuilder.AddColumn<int>(
                name: "content_justified_minutes",
                table: "certificates",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "content_last_name",
                table: "certificates",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "content_title_fr",
                table: "certificates",
                type: "character varying(300)",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "content_unjustified_minutes",
                table: "certificates",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "certificates",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "period",
                table: "certificates",
                type: "character varying(7)",
                maxLength: 7,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "replaced_by_id",
                table: "certificates",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "revoked_by",
                table: "certificates",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "certificate_papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    certificate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_papers", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificate_papers_certificates_certificate_id",
                        column: x => x.certificate_id,
                        principalTable: "certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_certificates_enrolment_id_kind_period",
                table: "certificates",
                columns: new[] { "enrolment_id", "kind", "period" },
                unique: true,
                filter: "revoked_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_papers_certificate_id",
                table: "certificate_papers",
                column: "certificate_id");

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "certificate_papers");

            migrationBuilder.DropIndex(
                name: "ix_certificates_enrolment_id_kind_period",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "content_justified_minutes",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "content_last_name",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "content_title_fr",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "content_unjustified_minutes",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "period",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "replaced_by_id",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "revoked_by",
                table: "certificates");

            migrationBuilder.RenameColumn(
                name: "content_title_nl",
                table: "certificates",
                newName: "content_course_title");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_enrolment_id",
                table: "certificates",
                column: "enrolment_id",
                unique: true);
        }
    }
}
