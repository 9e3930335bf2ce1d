using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.PostgreSql.Versions
{
    /// <inheritdoc />
    public partial class StaffListsAndPosts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "people",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "average_fte_from",
                table: "organisations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "average_fte_to",
                table: "organisations",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "joint_committee",
                table: "organisations",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "organisations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "language_role",
                table: "employments",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "unit_id",
                table: "employments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "work_email",
                table: "employments",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "distinct_pairs",
                columns: table => new
                {
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    said_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_distinct_pairs", x => new { x.first_id, x.second_id });
                });

            migrationBuilder.CreateTable(
                name: "establishment_units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    nis = table.Column<string>(type: "character varying(5)", nullable: true),
                    name_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    name_fr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name_nl = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_establishment_units", x => x.id);
                    table.ForeignKey(
                        name: "fk_establishment_units_municipalities_nis",
                        column: x => x.nis,
                        principalTable: "municipalities",
                        principalColumn: "nis",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_establishment_units_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "file_readings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    read_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_readings", x => x.id);
                    table.ForeignKey(
                        name: "fk_file_readings_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "geco_posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    agreement_reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    required_level = table.Column<int>(type: "integer", nullable: true),
                    fte_fraction = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: false),
                    premium_type = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_geco_posts", x => x.id);
                    table.CheckConstraint("ck_geco_posts_fte", "cast(fte_fraction as numeric) > 0 and cast(fte_fraction as numeric) <= 1");
                    table.CheckConstraint("ck_geco_posts_level", "required_level is null or required_level between 1 and 5");
                    table.ForeignKey(
                        name: "fk_geco_posts_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from_id = table.Column<Guid>(type: "uuid", nullable: false),
                    into_id = table.Column<Guid>(type: "uuid", nullable: false),
                    moved = table.Column<string>(type: "text", nullable: false),
                    merged_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    merged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    undone_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    answered_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_person_requests_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sent_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rows = table.Column<string>(type: "text", nullable: false),
                    columns = table.Column<string>(type: "text", nullable: false),
                    leavers = table.Column<string>(type: "text", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    ended = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_imports", x => x.id);
                    table.ForeignKey(
                        name: "fk_staff_imports_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_people_merged_into_id",
                table: "people",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_merged_into_id",
                table: "organisations",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_employments_unit_id",
                table: "employments",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_establishment_units_nis",
                table: "establishment_units",
                column: "nis");

            migrationBuilder.CreateIndex(
                name: "ix_establishment_units_number",
                table: "establishment_units",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_establishment_units_organisation_id",
                table: "establishment_units",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_file_readings_person_id_recorded_at",
                table: "file_readings",
                columns: new[] { "person_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_geco_posts_organisation_id_reference",
                table: "geco_posts",
                columns: new[] { "organisation_id", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_merges_merged_at",
                table: "merges",
                column: "merged_at");

            migrationBuilder.CreateIndex(
                name: "ix_person_requests_person_id",
                table: "person_requests",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_requests_status_asked_at",
                table: "person_requests",
                columns: new[] { "status", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_staff_imports_organisation_id_sent_at",
                table: "staff_imports",
                columns: new[] { "organisation_id", "sent_at" });

            migrationBuilder.AddForeignKey(
                name: "fk_employments_establishment_units_unit_id",
                table: "employments",
                column: "unit_id",
                principalTable: "establishment_units",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_organisations_organisations_merged_into_id",
                table: "organisations",
                column: "merged_into_id",
                principalTable: "organisations",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_people_people_merged_into_id",
                table: "people",
                column: "merged_into_id",
                principalTable: "people",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            FileReadings.WrittenOnce(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            FileReadings.Free(migrationBuilder);

            migrationBuilder.DropForeignKey(
                name: "fk_employments_establishment_units_unit_id",
                table: "employments");

            migrationBuilder.DropForeignKey(
                name: "fk_organisations_organisations_merged_into_id",
                table: "organisations");

            migrationBuilder.DropForeignKey(
                name: "fk_people_people_merged_into_id",
                table: "people");

            migrationBuilder.DropTable(
                name: "distinct_pairs");

            migrationBuilder.DropTable(
                name: "establishment_units");

            migrationBuilder.DropTable(
                name: "file_readings");

            migrationBuilder.DropTable(
                name: "geco_posts");

            migrationBuilder.DropTable(
                name: "merges");

            migrationBuilder.DropTable(
                name: "person_requests");

            migrationBuilder.DropTable(
                name: "staff_imports");

            migrationBuilder.DropIndex(
                name: "ix_people_merged_into_id",
                table: "people");

            migrationBuilder.DropIndex(
                name: "ix_organisations_merged_into_id",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "ix_employments_unit_id",
                table: "employments");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "people");

            migrationBuilder.DropColumn(
                name: "average_fte_from",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "average_fte_to",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "joint_committee",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "language_role",
                table: "employments");

            migrationBuilder.DropColumn(
                name: "unit_id",
                table: "employments");

            migrationBuilder.DropColumn(
                name: "work_email",
                table: "employments");
        }
    }
}
