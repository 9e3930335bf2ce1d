using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Training.Migrations.PostgreSql.Versions
{
    /// <inheritdoc />
    public partial class CatalogueAndPlanning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_sessions_course_version_id",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "ix_accepted_clashes_session_id_other_session_id_date_start_time",
                table: "accepted_clashes");

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "sessions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "capacity",
                table: "rooms",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "plan_version",
                table: "rooms",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "venue_id",
                table: "rooms",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "fr_is_stale",
                table: "course_versions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "in_contact_with_public",
                table: "course_versions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "lesson_period_minutes",
                table: "course_versions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "nl_is_stale",
                table: "course_versions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "objectives_en",
                table: "course_versions",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "objectives_fr",
                table: "course_versions",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "objectives_nl",
                table: "course_versions",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "prerequisites_en",
                table: "course_versions",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "prerequisites_fr",
                table: "course_versions",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "prerequisites_nl",
                table: "course_versions",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "provider_id",
                table: "course_versions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "translation_confirmed_at",
                table: "course_versions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "translation_confirmed_by",
                table: "course_versions",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "exam_marks",
                table: "course_subjects",
                type: "integer",
                nullable: true);

            migrationBuilder.AlterColumn<TimeOnly>(
                name: "start_time",
                table: "accepted_clashes",
                type: "time without time zone",
                nullable: true,
                oldClrType: typeof(TimeOnly),
                oldType: "time without time zone");

            migrationBuilder.AlterColumn<Guid>(
                name: "room_id",
                table: "accepted_clashes",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<Guid>(
                name: "other_session_id",
                table: "accepted_clashes",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<TimeOnly>(
                name: "end_time",
                table: "accepted_clashes",
                type: "time without time zone",
                nullable: true,
                oldClrType: typeof(TimeOnly),
                oldType: "time without time zone");

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "accepted_clashes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                table: "accepted_clashes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "recorded_by",
                table: "accepted_clashes",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "capacity_warnings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seats_taken = table.Column<int>(type: "integer", nullable: false),
                    capacity_min = table.Column<int>(type: "integer", nullable: false),
                    decide_by = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_capacity_warnings", x => x.id);
                    table.ForeignKey(
                        name: "fk_capacity_warnings_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "course_search_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_search_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_course_search_entries_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "course_target_groups",
                columns: table => new
                {
                    course_version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_target_groups", x => new { x.course_version_id, x.kind, x.code });
                    table.ForeignKey(
                        name: "fk_course_target_groups_course_versions_course_version_id",
                        column: x => x.course_version_id,
                        principalTable: "course_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "equipment",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    label_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    label_fr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    label_nl = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_equipment", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "interest_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    course_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interest_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_interest_entries_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_interest_entries_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "search_misses",
                columns: table => new
                {
                    words = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    language = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_misses", x => new { x.words, x.language, x.date });
                });

            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    stem = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    trigrams = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_words", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "seat_reservations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    released_on = table.Column<DateOnly>(type: "date", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sector_code = table.Column<string>(type: "character varying(20)", nullable: true),
                    language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    priority_group = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seat_reservations", x => x.id);
                    table.CheckConstraint("ck_seat_reservations_seats", "seats > 0");
                    table.ForeignKey(
                        name: "fk_seat_reservations_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_seat_reservations_sectors_sector_code",
                        column: x => x.sector_code,
                        principalTable: "sectors",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_seat_reservations_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "session_transitions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    to_status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_transitions", x => x.id);
                    table.ForeignKey(
                        name: "fk_session_transitions_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "trainers",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trainers", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_trainers_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "venues",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nis = table.Column<string>(type: "character varying(5)", nullable: false),
                    address_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    address_fr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    address_nl = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    name_fr = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name_nl = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_venues", x => x.id);
                    table.ForeignKey(
                        name: "fk_venues_municipalities_nis",
                        column: x => x.nis,
                        principalTable: "municipalities",
                        principalColumn: "nis",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "room_equipment",
                columns: table => new
                {
                    room_id = table.Column<Guid>(type: "uuid", nullable: false),
                    equipment_code = table.Column<string>(type: "character varying(40)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room_equipment", x => new { x.room_id, x.equipment_code });
                    table.ForeignKey(
                        name: "fk_room_equipment_equipment_equipment_code",
                        column: x => x.equipment_code,
                        principalTable: "equipment",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_room_equipment_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "trainer_absences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    start_time = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    end_time = table.Column<TimeOnly>(type: "time without time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trainer_absences", x => x.id);
                    table.ForeignKey(
                        name: "fk_trainer_absences_trainers_person_id",
                        column: x => x.person_id,
                        principalTable: "trainers",
                        principalColumn: "person_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_course_version_id_first_day",
                table: "sessions",
                columns: new[] { "course_version_id", "first_day" });

            migrationBuilder.CreateIndex(
                name: "ix_rooms_venue_id",
                table: "rooms",
                column: "venue_id");

            migrationBuilder.CreateIndex(
                name: "ix_course_versions_provider_id",
                table: "course_versions",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_accepted_clashes_session_id_other_session_id_kind_date_star",
                table: "accepted_clashes",
                columns: new[] { "session_id", "other_session_id", "kind", "date", "start_time" });

            migrationBuilder.CreateIndex(
                name: "ix_capacity_warnings_session_id",
                table: "capacity_warnings",
                column: "session_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_course_search_entries_course_id",
                table: "course_search_entries",
                column: "course_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_interest_entries_course_id_person_id",
                table: "interest_entries",
                columns: new[] { "course_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_interest_entries_person_id",
                table: "interest_entries",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_room_equipment_equipment_code",
                table: "room_equipment",
                column: "equipment_code");

            migrationBuilder.CreateIndex(
                name: "ix_search_misses_date",
                table: "search_misses",
                column: "date");

            migrationBuilder.CreateIndex(
                name: "ix_search_words_stem",
                table: "search_words",
                column: "stem",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_seat_reservations_organisation_id",
                table: "seat_reservations",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_seat_reservations_sector_code",
                table: "seat_reservations",
                column: "sector_code");

            migrationBuilder.CreateIndex(
                name: "ix_seat_reservations_session_id",
                table: "seat_reservations",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_transitions_session_id",
                table: "session_transitions",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_trainer_absences_person_id_last_day",
                table: "trainer_absences",
                columns: new[] { "person_id", "last_day" });

            migrationBuilder.CreateIndex(
                name: "ix_venues_nis",
                table: "venues",
                column: "nis");

            migrationBuilder.AddForeignKey(
                name: "fk_course_versions_organisations_provider_id",
                table: "course_versions",
                column: "provider_id",
                principalTable: "organisations",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_rooms_venues_venue_id",
                table: "rooms",
                column: "venue_id",
                principalTable: "venues",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            FullText.Create(migrationBuilder);
            PlanningRules.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_course_versions_organisations_provider_id",
                table: "course_versions");

            migrationBuilder.DropForeignKey(
                name: "fk_rooms_venues_venue_id",
                table: "rooms");

            migrationBuilder.DropTable(
                name: "capacity_warnings");

            migrationBuilder.DropTable(
                name: "course_search_entries");

            migrationBuilder.DropTable(
                name: "course_target_groups");

            migrationBuilder.DropTable(
                name: "interest_entries");

            migrationBuilder.DropTable(
                name: "room_equipment");

            migrationBuilder.DropTable(
                name: "search_misses");

            migrationBuilder.DropTable(
                name: "search_words");

            migrationBuilder.DropTable(
                name: "seat_reservations");

            migrationBuilder.DropTable(
                name: "session_transitions");

            migrationBuilder.DropTable(
                name: "trainer_absences");

            migrationBuilder.DropTable(
                name: "venues");

            migrationBuilder.DropTable(
                name: "equipment");

            migrationBuilder.DropTable(
                name: "trainers");

            migrationBuilder.DropIndex(
                name: "ix_sessions_course_version_id_first_day",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "ix_rooms_venue_id",
                table: "rooms");

            migrationBuilder.DropIndex(
                name: "ix_course_versions_provider_id",
                table: "course_versions");

            migrationBuilder.DropIndex(
                name: "ix_accepted_clashes_session_id_other_session_id_kind_date_star",
                table: "accepted_clashes");

            migrationBuilder.DropColumn(
                name: "version",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "capacity",
                table: "rooms");

            migrationBuilder.DropColumn(
                name: "plan_version",
                table: "rooms");

            migrationBuilder.DropColumn(
                name: "venue_id",
                table: "rooms");

            migrationBuilder.DropColumn(
                name: "fr_is_stale",
                table: "course_versions");

            migrationBuilder.DropColumn(
                name: "in_contact_with_public",
                table: "course_versions");

            migrationBuilder.DropColumn(
                name: "lesson_period_minutes",
                table: "course_versions");

            migrationBuilder.DropColumn(
                name: "nl_is_stale",
                table: "course_versions");

            migrationBuilder.DropColumn(
                name: "objectives_en",
                table: "course_versions");

            migrationBuilder.DropColumn(
                name: "objectives_fr",
                table: "course_versions");

            migrationBuilder.DropColumn(
                name: "objectives_nl",
                table: "course_versions");

            migrationBuilder.DropColumn(
                name: "prerequisites_en",
                table: "course_versions");

            migrationBuilder.DropColumn(
                name: "prerequisites_fr",
                table: "course_versions");

            migrationBuilder.DropColumn(
                name: "prerequisites_nl",
                table: "course_versions");

            migrationBuilder.DropColumn(
                name: "provider_id",
                table: "course_versions");

            migrationBuilder.DropColumn(
                name: "translation_confirmed_at",
                table: "course_versions");

            migrationBuilder.DropColumn(
                name: "translation_confirmed_by",
                table: "course_versions");

            migrationBuilder.DropColumn(
                name: "exam_marks",
                table: "course_subjects");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "accepted_clashes");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "accepted_clashes");

            migrationBuilder.DropColumn(
                name: "recorded_by",
                table: "accepted_clashes");

            migrationBuilder.AlterColumn<TimeOnly>(
                name: "start_time",
                table: "accepted_clashes",
                type: "time without time zone",
                nullable: false,
                defaultValue: new TimeOnly(0, 0, 0),
                oldClrType: typeof(TimeOnly),
                oldType: "time without time zone",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "room_id",
                table: "accepted_clashes",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "other_session_id",
                table: "accepted_clashes",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<TimeOnly>(
                name: "end_time",
                table: "accepted_clashes",
                type: "time without time zone",
                nullable: false,
                defaultValue: new TimeOnly(0, 0, 0),
                oldClrType: typeof(TimeOnly),
                oldType: "time without time zone",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_course_version_id",
                table: "sessions",
                column: "course_version_id");

            migrationBuilder.CreateIndex(
                name: "ix_accepted_clashes_session_id_other_session_id_date_start_time",
                table: "accepted_clashes",
                columns: new[] { "session_id", "other_session_id", "date", "start_time" },
                unique: true);
        }
    }
}
