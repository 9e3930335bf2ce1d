using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.PostgreSql.Versions
{
    /// <inheritdoc />
    public partial class RequestsSheetsAndRetention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "further_policies",
                table: "sessions",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "sheet_code",
                table: "registers",
                type: "character varying(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "");
            SheetCodes.Give(migrationBuilder);

            migrationBuilder.AddColumn<string>(
                name: "telephone",
                table: "people",
                type: "character varying(16)",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "recipient_id",
                table: "outbox_messages",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "outbox_messages",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "further_policies",
                table: "course_versions",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "access_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    issuer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    first_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    last_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    employer_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_requests", x => x.id);
                    table.CheckConstraint("ck_access_requests_decision", "(decided_at is null and account_id is null and answer is null) or (decided_at is not null and (account_id is null) <> (answer is null))");
                    table.CheckConstraint("ck_access_requests_employer", "(organisation_id is null) <> (employer_name is null)");
                    table.ForeignKey(
                        name: "fk_access_requests_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_access_requests_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feeds", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_calendar_feeds_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "destruction_lists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    drawn_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    destroyed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_destruction_lists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "exam_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    marks = table.Column<decimal>(type: "numeric(12,4)", precision: 12, scale: 4, nullable: true),
                    is_exempt = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exam_marks", x => x.id);
                    table.CheckConstraint("ck_exam_marks_marks", "marks is null or marks >= 0");
                    table.ForeignKey(
                        name: "fk_exam_marks_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "prepared_sheets",
                columns: table => new
                {
                    register_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prepared_sheets", x => x.register_id);
                    table.ForeignKey(
                        name: "fk_prepared_sheets_registers_register_id",
                        column: x => x.register_id,
                        principalTable: "registers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protection_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "screen_signatures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    register_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    path = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_screen_signatures", x => x.id);
                    table.ForeignKey(
                        name: "fk_screen_signatures_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_screen_signatures_registers_register_id",
                        column: x => x.register_id,
                        principalTable: "registers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sheet_scans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    register_id = table.Column<Guid>(type: "uuid", nullable: false),
                    page = table.Column<int>(type: "integer", nullable: false),
                    content_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    register_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    finding = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    recorded_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "destruction_items",
                columns: table => new
                {
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(40)", maxLength: 40, nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_destruction_items", x => new { x.list_id, x.@class, x.file_id });
                    table.ForeignKey(
                        name: "fk_destruction_items_destruction_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "destruction_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "destruction_releases",
                columns: table => new
                {
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    released_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_destruction_releases", x => new { x.list_id, x.released_by });
                    table.ForeignKey(
                        name: "fk_destruction_releases_destruction_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "destruction_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_registers_sheet_code",
                table: "registers",
                column: "sheet_code",
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_outbox_messages_recipient",
                table: "outbox_messages",
                sql: "(recipient_id is null) <> (address is null)");

            migrationBuilder.CreateIndex(
                name: "ix_access_requests_account_id",
                table: "access_requests",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_requests_issuer_subject",
                table: "access_requests",
                columns: new[] { "issuer", "subject" },
                unique: true,
                filter: "decided_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_access_requests_organisation_id",
                table: "access_requests",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_digest",
                table: "calendar_feeds",
                column: "digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_destruction_lists_as_of",
                table: "destruction_lists",
                column: "as_of",
                unique: true,
                filter: "destroyed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_exam_marks_enrolment_id_subject_code_sequence",
                table: "exam_marks",
                columns: new[] { "enrolment_id", "subject_code", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_screen_signatures_enrolment_id",
                table: "screen_signatures",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "ix_screen_signatures_register_id",
                table: "screen_signatures",
                column: "register_id",
                unique: true,
                filter: "enrolment_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_screen_signatures_register_id_enrolment_id",
                table: "screen_signatures",
                columns: new[] { "register_id", "enrolment_id" },
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
            AppendOnly.Protect(migrationBuilder, "destruction_items");
            AppendOnly.Protect(migrationBuilder, "destruction_releases");
            AppendOnly.Protect(migrationBuilder, "exam_marks");
            AppendOnly.Protect(migrationBuilder, "screen_signatures");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_requests");

            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "destruction_items");

            migrationBuilder.DropTable(
                name: "destruction_releases");

            migrationBuilder.DropTable(
                name: "exam_marks");

            migrationBuilder.DropTable(
                name: "prepared_sheets");

            migrationBuilder.DropTable(
                name: "protection_keys");

            migrationBuilder.DropTable(
                name: "screen_signatures");

            migrationBuilder.DropTable(
                name: "sheet_scans");

            migrationBuilder.DropTable(
                name: "signature_checks");

            migrationBuilder.DropTable(
                name: "destruction_lists");

            migrationBuilder.DropIndex(
                name: "ix_registers_sheet_code",
                table: "registers");

            migrationBuilder.DropCheckConstraint(
                name: "ck_outbox_messages_recipient",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "further_policies",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "sheet_code",
                table: "registers");

            migrationBuilder.DropColumn(
                name: "telephone",
                table: "people");

            migrationBuilder.DropColumn(
                name: "address",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "further_policies",
                table: "course_versions");

            migrationBuilder.AlterColumn<Guid>(
                name: "recipient_id",
                table: "outbox_messages",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
