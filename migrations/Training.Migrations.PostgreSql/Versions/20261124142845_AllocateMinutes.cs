using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.PostgreSql.Versions
{
    /// <inheritdoc />
    public partial class AllocateMinutes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "programmes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    funder_code = table.Column<string>(type: "character varying(40)", nullable: false),
                    name_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    name_fr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name_nl = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programmes", x => x.id);
                    table.ForeignKey(
                        name: "fk_programmes_funders_funder_code",
                        column: x => x.funder_code,
                        principalTable: "funders",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    axis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    budget_minutes = table.Column<int>(type: "integer", nullable: false),
                    amount_eur = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: false),
                    eur_per_hour = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: true),
                    priority = table.Column<int>(type: "integer", nullable: false),
                    only_courses_of_funder = table.Column<bool>(type: "boolean", nullable: false),
                    only_theme = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    only_posts = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    signature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    evidence_rules = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    mention_en = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    mention_fr = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    mention_nl = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    title_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    title_fr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    title_nl = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grants", x => x.id);
                    table.CheckConstraint("ck_grants_budget", "budget_minutes >= 0 and from_day <= to_day");
                    table.ForeignKey(
                        name: "fk_grants_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_grants_themes_only_theme",
                        column: x => x.only_theme,
                        principalTable: "themes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allocation_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocation_reviews", x => x.id);
                    table.CheckConstraint("ck_allocation_reviews_minutes", "minutes > 0");
                    table.ForeignKey(
                        name: "fk_allocation_reviews_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_allocation_reviews_grants_grant_id",
                        column: x => x.grant_id,
                        principalTable: "grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_allocation_reviews_teaching_slots_slot_id",
                        column: x => x.slot_id,
                        principalTable: "teaching_slots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grant_claims",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    up_to = table.Column<DateOnly>(type: "date", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grant_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_grant_claims_grants_grant_id",
                        column: x => x.grant_id,
                        principalTable: "grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grant_deadlines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    what_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    what_fr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    what_nl = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grant_deadlines", x => x.id);
                    table.ForeignKey(
                        name: "fk_grant_deadlines_grants_grant_id",
                        column: x => x.grant_id,
                        principalTable: "grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allocation_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocation_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_allocation_decisions_allocation_reviews_review_id",
                        column: x => x.review_id,
                        principalTable: "allocation_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allocation_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    of_claim_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocation_lines", x => x.id);
                    table.CheckConstraint("ck_allocation_lines_minutes", "minutes <> 0");
                    table.ForeignKey(
                        name: "fk_allocation_lines_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_allocation_lines_grant_claims_of_claim_id",
                        column: x => x.of_claim_id,
                        principalTable: "grant_claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_allocation_lines_grants_grant_id",
                        column: x => x.grant_id,
                        principalTable: "grants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_allocation_lines_teaching_slots_slot_id",
                        column: x => x.slot_id,
                        principalTable: "teaching_slots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grant_claim_lines",
                columns: table => new
                {
                    allocation_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grant_claim_lines", x => x.allocation_line_id);
                    table.ForeignKey(
                        name: "fk_grant_claim_lines_allocation_lines_allocation_line_id",
                        column: x => x.allocation_line_id,
                        principalTable: "allocation_lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_grant_claim_lines_grant_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "grant_claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_allocation_decisions_review_id",
                table: "allocation_decisions",
                column: "review_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_allocation_lines_enrolment_id_slot_id_basis",
                table: "allocation_lines",
                columns: new[] { "enrolment_id", "slot_id", "basis" });

            migrationBuilder.CreateIndex(
                name: "ix_allocation_lines_grant_id",
                table: "allocation_lines",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_lines_of_claim_id",
                table: "allocation_lines",
                column: "of_claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_lines_slot_id",
                table: "allocation_lines",
                column: "slot_id");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_reviews_enrolment_id_slot_id_basis",
                table: "allocation_reviews",
                columns: new[] { "enrolment_id", "slot_id", "basis" });

            migrationBuilder.CreateIndex(
                name: "ix_allocation_reviews_grant_id",
                table: "allocation_reviews",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_reviews_slot_id",
                table: "allocation_reviews",
                column: "slot_id");

            migrationBuilder.CreateIndex(
                name: "ix_grant_claim_lines_claim_id",
                table: "grant_claim_lines",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_grant_claims_grant_id_number",
                table: "grant_claims",
                columns: new[] { "grant_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_grant_deadlines_due_on",
                table: "grant_deadlines",
                column: "due_on");

            migrationBuilder.CreateIndex(
                name: "ix_grant_deadlines_grant_id",
                table: "grant_deadlines",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "ix_grants_code",
                table: "grants",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_grants_only_theme",
                table: "grants",
                column: "only_theme");

            migrationBuilder.CreateIndex(
                name: "ix_grants_programme_id",
                table: "grants",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_code",
                table: "programmes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programmes_funder_code",
                table: "programmes",
                column: "funder_code");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "allocation_decisions");

            migrationBuilder.DropTable(
                name: "grant_claim_lines");

            migrationBuilder.DropTable(
                name: "grant_deadlines");

            migrationBuilder.DropTable(
                name: "allocation_reviews");

            migrationBuilder.DropTable(
                name: "allocation_lines");

            migrationBuilder.DropTable(
                name: "grant_claims");

            migrationBuilder.DropTable(
                name: "grants");

            migrationBuilder.DropTable(
                name: "programmes");
        }
    }
}
