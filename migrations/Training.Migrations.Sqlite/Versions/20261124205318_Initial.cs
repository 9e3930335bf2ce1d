using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.Sqlite.Versions
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "certificate_counters",
                columns: table => new
                {
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    last_sequence = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_counters", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "change_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    aggregate = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    aggregate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    via = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    previous_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_change_records", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "closing_days",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closing_days", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "courses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    published_version_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_courses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "daily_seals",
                columns: table => new
                {
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    up_to = table.Column<DateTime>(type: "TEXT", nullable: false),
                    heads = table.Column<int>(type: "INTEGER", nullable: false),
                    previous_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_daily_seals", x => x.date);
                });

            migrationBuilder.CreateTable(
                name: "distinct_pairs",
                columns: table => new
                {
                    first_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    second_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    said_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_distinct_pairs", x => new { x.first_id, x.second_id });
                });

            migrationBuilder.CreateTable(
                name: "equipment",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    label_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    label_fr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    label_nl = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_equipment", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "funders",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_nl = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funders", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "inbox_claims",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    item_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claimed_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    claimed_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_claims", x => new { x.kind, x.item_id });
                });

            migrationBuilder.CreateTable(
                name: "job_pauses",
                columns: table => new
                {
                    job = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    paused_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    paused_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_pauses", x => x.job);
                });

            migrationBuilder.CreateTable(
                name: "job_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    job = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    due = table.Column<DateTime>(type: "TEXT", nullable: true),
                    is_dry_run = table.Column<bool>(type: "INTEGER", nullable: false),
                    started_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    failed = table.Column<int>(type: "INTEGER", nullable: false),
                    notes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_job_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    into_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    moved = table.Column<string>(type: "TEXT", nullable: false),
                    merged_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    merged_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    undone_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "municipalities",
                columns: table => new
                {
                    nis = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    postal_codes = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    in_impulsion_local_strand = table.Column<bool>(type: "INTEGER", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name_nl = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipalities", x => x.nis);
                });

            migrationBuilder.CreateTable(
                name: "parameters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    scope_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    changed_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parameters", x => x.id);
                    table.CheckConstraint("ck_parameters_period", "valid_to is null or valid_to >= valid_from");
                    table.CheckConstraint("ck_parameters_scope", "(scope = 'Global') = (scope_id is null)");
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    last_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    gender = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    year_of_birth = table.Column<int>(type: "INTEGER", nullable: true),
                    level_held = table.Column<int>(type: "INTEGER", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                    table.ForeignKey(
                        name: "fk_people_people_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "search_misses",
                columns: table => new
                {
                    words = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_misses", x => new { x.words, x.language, x.date });
                });

            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    stem = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    trigrams = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_words", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sectors",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    label_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    label_fr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    label_nl = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sectors", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "staff_functions",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    label_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    label_fr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    label_nl = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_functions", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "themes",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rank = table.Column<int>(type: "INTEGER", nullable: false),
                    label_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    label_fr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    label_nl = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_themes", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "work_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    request = table.Column<string>(type: "TEXT", nullable: false),
                    owner_name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    done = table.Column<int>(type: "INTEGER", nullable: false),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    queued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_items", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "personal_values",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    record_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    salt = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    old_value = table.Column<string>(type: "TEXT", nullable: true),
                    new_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_personal_values", x => x.id);
                    table.ForeignKey(
                        name: "fk_personal_values_change_records_record_id",
                        column: x => x.record_id,
                        principalTable: "change_records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "course_search_entries",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false)
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
                name: "programmes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    funder_code = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_nl = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
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
                name: "venues",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    nis = table.Column<string>(type: "TEXT", nullable: false),
                    address_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    address_fr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    address_nl = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_nl = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
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
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    blocked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounts_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "file_readings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    read_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "interest_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true)
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
                name: "outbox_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    recipient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    facts = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    next_attempt_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    claimed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    may_be_twice = table.Column<bool>(type: "INTEGER", nullable: false),
                    dead_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_outbox_messages_people_recipient_id",
                        column: x => x.recipient_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
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
                name: "trainers",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_version = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    enterprise_number = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    nis = table.Column<string>(type: "TEXT", nullable: true),
                    language_regime = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sector_code = table.Column<string>(type: "TEXT", nullable: false),
                    average_fte = table.Column<decimal>(type: "TEXT", precision: 12, scale: 4, nullable: true),
                    average_fte_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    average_fte_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    joint_committee = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    merged_into_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_nl = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.id);
                    table.ForeignKey(
                        name: "fk_organisations_municipalities_nis",
                        column: x => x.nis,
                        principalTable: "municipalities",
                        principalColumn: "nis",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organisations_organisations_merged_into_id",
                        column: x => x.merged_into_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_organisations_sectors_sector_code",
                        column: x => x.sector_code,
                        principalTable: "sectors",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    axis = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    budget_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    amount_eur = table.Column<decimal>(type: "TEXT", precision: 12, scale: 4, nullable: false),
                    eur_per_hour = table.Column<decimal>(type: "TEXT", precision: 12, scale: 4, nullable: true),
                    priority = table.Column<int>(type: "INTEGER", nullable: false),
                    only_courses_of_funder = table.Column<bool>(type: "INTEGER", nullable: false),
                    only_theme = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    only_posts = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    signature = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    evidence_rules = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    mention_en = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    mention_fr = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    mention_nl = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    title_fr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    title_nl = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
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
                name: "rooms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    venue_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    plan_version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rooms", x => x.id);
                    table.ForeignKey(
                        name: "fk_rooms_venues_venue_id",
                        column: x => x.venue_id,
                        principalTable: "venues",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code_digest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    invited_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitations_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_identities",
                columns: table => new
                {
                    issuer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_identities", x => new { x.issuer, x.subject });
                    table.ForeignKey(
                        name: "fk_sign_in_identities_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "trainer_absences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    start_time = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    end_time = table.Column<TimeOnly>(type: "TEXT", nullable: true)
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

            migrationBuilder.CreateTable(
                name: "course_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    course_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    scheduled_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    lesson_period_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    policy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    min_ratio = table.Column<decimal>(type: "TEXT", precision: 12, scale: 4, nullable: true),
                    price_eur = table.Column<decimal>(type: "TEXT", precision: 12, scale: 4, nullable: false),
                    funder_code = table.Column<string>(type: "TEXT", nullable: false),
                    in_contact_with_public = table.Column<bool>(type: "INTEGER", nullable: false),
                    provider_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    fr_is_stale = table.Column<bool>(type: "INTEGER", nullable: false),
                    nl_is_stale = table.Column<bool>(type: "INTEGER", nullable: false),
                    translation_confirmed_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    translation_confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    objectives_en = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    objectives_fr = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    objectives_nl = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    prerequisites_en = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    prerequisites_fr = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    prerequisites_nl = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    summary_en = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    summary_fr = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    summary_nl = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    title_fr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    title_nl = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_versions", x => x.id);
                    table.CheckConstraint("ck_course_versions_minutes", "scheduled_minutes > 0");
                    table.ForeignKey(
                        name: "fk_course_versions_courses_course_id",
                        column: x => x.course_id,
                        principalTable: "courses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_course_versions_funders_funder_code",
                        column: x => x.funder_code,
                        principalTable: "funders",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_course_versions_organisations_provider_id",
                        column: x => x.provider_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "employer_settings",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    approver_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    escalation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    approvers_decide_on_themselves = table.Column<bool>(type: "INTEGER", nullable: false),
                    billing_entity = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    order_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employer_settings", x => x.organisation_id);
                    table.ForeignKey(
                        name: "fk_employer_settings_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_employer_settings_people_approver_id",
                        column: x => x.approver_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_employer_settings_people_escalation_id",
                        column: x => x.escalation_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "establishment_units",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    nis = table.Column<string>(type: "TEXT", nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    name_fr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_nl = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
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
                name: "geco_posts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    agreement_reference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    required_level = table.Column<int>(type: "INTEGER", nullable: true),
                    fte_fraction = table.Column<decimal>(type: "TEXT", precision: 12, scale: 4, nullable: false),
                    premium_type = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
                name: "role_grants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    funder_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    shows_names = table.Column<bool>(type: "INTEGER", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    granted_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_grants", x => x.id);
                    table.CheckConstraint("ck_role_grants_names", "role = 'Funder' or not shows_names");
                    table.CheckConstraint("ck_role_grants_scope", "(role in ('Officer', 'Approver') and organisation_id is not null and funder_code is null) or (role = 'Funder' and funder_code is not null and organisation_id is null) or (role in ('Trainer', 'Planner', 'Manager', 'Administrator') and organisation_id is null and funder_code is null)");
                    table.ForeignKey(
                        name: "fk_role_grants_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_role_grants_funders_funder_code",
                        column: x => x.funder_code,
                        principalTable: "funders",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_role_grants_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "scheme_adoptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scheme = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    document = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scheme_adoptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_scheme_adoptions_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "staff_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    sent_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rows = table.Column<string>(type: "TEXT", nullable: false),
                    columns = table.Column<string>(type: "TEXT", nullable: false),
                    leavers = table.Column<string>(type: "TEXT", nullable: false),
                    added = table.Column<int>(type: "INTEGER", nullable: false),
                    changed = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    ended = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "time_release_accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scheme = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    is_capped = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    entitled_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    granted_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    reserved_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    consumed_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    expired_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    carried_over_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    elsewhere_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_time_release_accounts", x => x.id);
                    table.CheckConstraint("ck_time_release_accounts_cap", "not is_capped or granted_minutes >= reserved_minutes + consumed_minutes + expired_minutes + carried_over_minutes + elsewhere_minutes");
                    table.CheckConstraint("ck_time_release_accounts_signs", "entitled_minutes >= 0 and reserved_minutes >= 0 and consumed_minutes >= 0 and expired_minutes >= 0 and carried_over_minutes >= 0 and elsewhere_minutes >= 0");
                    table.ForeignKey(
                        name: "fk_time_release_accounts_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_time_release_accounts_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "year_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    scheme = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_year_marks", x => x.id);
                    table.CheckConstraint("ck_year_marks_reason", "step <> 'Reopened' or reason is not null");
                    table.ForeignKey(
                        name: "fk_year_marks_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grant_claims",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    grant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    up_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    grant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    what_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    what_fr = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    what_nl = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
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
                name: "room_equipment",
                columns: table => new
                {
                    room_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    equipment_code = table.Column<string>(type: "TEXT", nullable: false)
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
                name: "course_subjects",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    course_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    lesson_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    exam_marks = table.Column<int>(type: "INTEGER", nullable: true),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    title_fr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    title_nl = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_subjects", x => x.id);
                    table.ForeignKey(
                        name: "fk_course_subjects_course_versions_course_version_id",
                        column: x => x.course_version_id,
                        principalTable: "course_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "course_target_groups",
                columns: table => new
                {
                    course_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
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
                name: "course_version_themes",
                columns: table => new
                {
                    course_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    theme_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course_version_themes", x => new { x.course_version_id, x.theme_code });
                    table.ForeignKey(
                        name: "fk_course_version_themes_course_versions_course_version_id",
                        column: x => x.course_version_id,
                        principalTable: "course_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_course_version_themes_themes_theme_code",
                        column: x => x.theme_code,
                        principalTable: "themes",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    course_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    room_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    capacity_min = table.Column<int>(type: "INTEGER", nullable: false),
                    capacity_max = table.Column<int>(type: "INTEGER", nullable: false),
                    seats_taken = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.CheckConstraint("ck_sessions_seats", "seats_taken between 0 and capacity_max");
                    table.ForeignKey(
                        name: "fk_sessions_course_versions_course_version_id",
                        column: x => x.course_version_id,
                        principalTable: "course_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sessions_rooms_room_id",
                        column: x => x.room_id,
                        principalTable: "rooms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "employments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    function_code = table.Column<string>(type: "TEXT", nullable: false),
                    fte_fraction = table.Column<decimal>(type: "TEXT", precision: 12, scale: 4, nullable: false),
                    funding_status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    staff_category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    required_level = table.Column<int>(type: "INTEGER", nullable: true),
                    post_reference = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    end = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    remark = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    language_role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    work_email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employments", x => x.id);
                    table.CheckConstraint("ck_employments_fte", "cast(fte_fraction as numeric) > 0 and cast(fte_fraction as numeric) <= 1");
                    table.CheckConstraint("ck_employments_level", "required_level is null or required_level between 1 and 5");
                    table.ForeignKey(
                        name: "fk_employments_establishment_units_unit_id",
                        column: x => x.unit_id,
                        principalTable: "establishment_units",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_employments_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_employments_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_employments_staff_functions_function_code",
                        column: x => x.function_code,
                        principalTable: "staff_functions",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accepted_clashes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    other_session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    room_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    start_time = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    end_time = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accepted_clashes", x => x.id);
                    table.ForeignKey(
                        name: "fk_accepted_clashes_sessions_other_session_id",
                        column: x => x.other_session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_accepted_clashes_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "capacity_warnings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seats_taken = table.Column<int>(type: "INTEGER", nullable: false),
                    capacity_min = table.Column<int>(type: "INTEGER", nullable: false),
                    decide_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "eligibility_exceptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    granted_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_eligibility_exceptions", x => x.id);
                    table.ForeignKey(
                        name: "fk_eligibility_exceptions_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_eligibility_exceptions_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "registers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    closed_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sealed_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    sealed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    previous_seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registers", x => x.id);
                    table.ForeignKey(
                        name: "fk_registers_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seat_reservations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    released_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    sector_code = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    priority_group = table.Column<int>(type: "INTEGER", nullable: true)
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
                name: "session_trainers",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_trainers", x => new { x.session_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_session_trainers_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_session_trainers_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "session_transitions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    to_status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
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
                name: "teaching_slots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    start_time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    end_time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_teaching_slots", x => x.id);
                    table.CheckConstraint("ck_teaching_slots_minutes", "minutes > 0");
                    table.ForeignKey(
                        name: "fk_teaching_slots_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unknown_employers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    first_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    last_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    settled_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unknown_employers", x => x.id);
                    table.ForeignKey(
                        name: "fk_unknown_employers_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enrolments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    employment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    holds_seat = table.Column<bool>(type: "INTEGER", nullable: false),
                    seat_kept = table.Column<bool>(type: "INTEGER", nullable: false),
                    held_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    scheme = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    requested_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    priority_group = table.Column<int>(type: "INTEGER", nullable: false),
                    ranked_since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    keeps_priority_of = table.Column<Guid>(type: "TEXT", nullable: true),
                    replaces = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enrolments", x => x.id);
                    table.CheckConstraint("ck_enrolments_seat", "not holds_seat or status in ('EmployerPending', 'Confirmed', 'Invited', 'Completed', 'BelowThreshold', 'NoShow')");
                    table.CheckConstraint("ck_enrolments_seat_kept", "not seat_kept or (status = 'WithdrawnLate' and not holds_seat)");
                    table.ForeignKey(
                        name: "fk_enrolments_employments_employment_id",
                        column: x => x.employment_id,
                        principalTable: "employments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enrolments_enrolments_keeps_priority_of",
                        column: x => x.keeps_priority_of,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enrolments_enrolments_replaces",
                        column: x => x.replaces,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enrolments_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enrolments_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enrolments_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "register_seals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    register_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    facts = table.Column<string>(type: "TEXT", nullable: false),
                    previous_seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    seal = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_seals", x => x.id);
                    table.ForeignKey(
                        name: "fk_register_seals_registers_register_id",
                        column: x => x.register_id,
                        principalTable: "registers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_register_seals_sessions_session_id",
                        column: x => x.session_id,
                        principalTable: "sessions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "absence_rulings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from_time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    to_time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absence_rulings", x => x.id);
                    table.ForeignKey(
                        name: "fk_absence_rulings_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allocation_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    grant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    of_claim_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "allocation_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    grant_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "approval_asks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recipient_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_approval_asks", x => x.id);
                    table.ForeignKey(
                        name: "fk_approval_asks_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_approval_asks_people_recipient_id",
                        column: x => x.recipient_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attendance_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    gaps = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    attended_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    superseded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendance_marks", x => x.id);
                    table.CheckConstraint("ck_attendance_marks_minutes", "attended_minutes >= 0");
                    table.ForeignKey(
                        name: "fk_attendance_marks_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attendance_marks_teaching_slots_slot_id",
                        column: x => x.slot_id,
                        principalTable: "teaching_slots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attendance_warnings",
                columns: table => new
                {
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    can_miss = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendance_warnings", x => new { x.enrolment_id, x.state });
                    table.ForeignKey(
                        name: "fk_attendance_warnings_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    period = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    verification_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    issued_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    revoked_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    revocation_reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    replaced_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    content_attended_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    content_first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    content_initials = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    content_justified_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    content_last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    content_last_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    content_person_name = table.Column<string>(type: "TEXT", maxLength: 201, nullable: false),
                    content_scheduled_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    content_session_code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    content_title_fr = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    content_title_nl = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    content_unjustified_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    content_venue = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_certificates_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charge_billings",
                columns: table => new
                {
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    billing_entity = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    order_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charge_billings", x => x.enrolment_id);
                    table.ForeignKey(
                        name: "fk_charge_billings_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "charge_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_eur = table.Column<decimal>(type: "TEXT", precision: 12, scale: 4, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charge_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_charge_lines_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_charge_lines_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enrolment_transitions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from_status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    to_status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enrolment_transitions", x => x.id);
                    table.ForeignKey(
                        name: "fk_enrolment_transitions_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "justification_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from_time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    to_time = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sent_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    had_document = table.Column<bool>(type: "INTEGER", nullable: false),
                    decision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_justification_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_justification_requests_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from_account = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    to_account = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    cause_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    rules = table.Column<int>(type: "INTEGER", nullable: false),
                    parameter_ids = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    proof = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    approved_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_entries", x => x.id);
                    table.CheckConstraint("ck_ledger_entries_accounts", "from_account <> to_account");
                    table.CheckConstraint("ck_ledger_entries_minutes", "minutes > 0");
                    table.CheckConstraint("ck_ledger_entries_proof", "kind not in ('Opening', 'Elsewhere') or (proof is not null and approved_by is not null)");
                    table.CheckConstraint("ck_ledger_entries_reason", "kind <> 'Exception' or note is not null");
                    table.ForeignKey(
                        name: "fk_ledger_entries_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ledger_entries_time_release_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "time_release_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mark_contests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    register_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    statement = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    sent_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mark_contests", x => x.id);
                    table.ForeignKey(
                        name: "fk_mark_contests_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mark_contests_registers_register_id",
                        column: x => x.register_id,
                        principalTable: "registers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sent_marks",
                columns: table => new
                {
                    key = table.Column<Guid>(type: "TEXT", nullable: false),
                    register_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    said = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    device_time = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sent_marks", x => x.key);
                    table.ForeignKey(
                        name: "fk_sent_marks_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sent_marks_registers_register_id",
                        column: x => x.register_id,
                        principalTable: "registers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "unlisted_persons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    register_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    device_time = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    settled_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    settled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unlisted_persons", x => x.id);
                    table.ForeignKey(
                        name: "fk_unlisted_persons_enrolments_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_unlisted_persons_registers_register_id",
                        column: x => x.register_id,
                        principalTable: "registers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grant_claim_lines",
                columns: table => new
                {
                    allocation_line_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_id = table.Column<Guid>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "allocation_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    review_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "certificate_papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    certificate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    recorded_at = table.Column<DateTime>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "justification_documents",
                columns: table => new
                {
                    request_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_justification_documents", x => x.request_id);
                    table.ForeignKey(
                        name: "fk_justification_documents_justification_requests_request_id",
                        column: x => x.request_id,
                        principalTable: "justification_requests",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_absence_rulings_enrolment_id_date",
                table: "absence_rulings",
                columns: new[] { "enrolment_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_accepted_clashes_other_session_id",
                table: "accepted_clashes",
                column: "other_session_id");

            migrationBuilder.CreateIndex(
                name: "ix_accepted_clashes_session_id_other_session_id_kind_date_start_time",
                table: "accepted_clashes",
                columns: new[] { "session_id", "other_session_id", "kind", "date", "start_time" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_person_id",
                table: "accounts",
                column: "person_id",
                unique: true);

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
                name: "ix_approval_asks_enrolment_id_requested_at_kind_recipient_id",
                table: "approval_asks",
                columns: new[] { "enrolment_id", "requested_at", "kind", "recipient_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_approval_asks_recipient_id",
                table: "approval_asks",
                column: "recipient_id");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_marks_enrolment_id_slot_id",
                table: "attendance_marks",
                columns: new[] { "enrolment_id", "slot_id" },
                unique: true,
                filter: "superseded_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_marks_slot_id",
                table: "attendance_marks",
                column: "slot_id");

            migrationBuilder.CreateIndex(
                name: "ix_capacity_warnings_session_id",
                table: "capacity_warnings",
                column: "session_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificate_papers_certificate_id",
                table: "certificate_papers",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_enrolment_id_kind_period",
                table: "certificates",
                columns: new[] { "enrolment_id", "kind", "period" },
                unique: true,
                filter: "revoked_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_number",
                table: "certificates",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificates_verification_code",
                table: "certificates",
                column: "verification_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificates_year_sequence",
                table: "certificates",
                columns: new[] { "year", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_change_records_aggregate_id_sequence",
                table: "change_records",
                columns: new[] { "aggregate_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_change_records_recorded_at",
                table: "change_records",
                column: "recorded_at");

            migrationBuilder.CreateIndex(
                name: "ix_charge_lines_enrolment_id",
                table: "charge_lines",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "ix_charge_lines_organisation_id",
                table: "charge_lines",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_closing_days_date",
                table: "closing_days",
                column: "date",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_course_search_entries_course_id",
                table: "course_search_entries",
                column: "course_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_course_subjects_course_version_id_code",
                table: "course_subjects",
                columns: new[] { "course_version_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_course_version_themes_theme_code",
                table: "course_version_themes",
                column: "theme_code");

            migrationBuilder.CreateIndex(
                name: "ix_course_versions_course_id_number",
                table: "course_versions",
                columns: new[] { "course_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_course_versions_funder_code",
                table: "course_versions",
                column: "funder_code");

            migrationBuilder.CreateIndex(
                name: "ix_course_versions_provider_id",
                table: "course_versions",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "ix_courses_code",
                table: "courses",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_eligibility_exceptions_person_id",
                table: "eligibility_exceptions",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_eligibility_exceptions_session_id_person_id",
                table: "eligibility_exceptions",
                columns: new[] { "session_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_employer_settings_approver_id",
                table: "employer_settings",
                column: "approver_id");

            migrationBuilder.CreateIndex(
                name: "ix_employer_settings_escalation_id",
                table: "employer_settings",
                column: "escalation_id");

            migrationBuilder.CreateIndex(
                name: "ix_employments_function_code",
                table: "employments",
                column: "function_code");

            migrationBuilder.CreateIndex(
                name: "ix_employments_organisation_id_person_id_start",
                table: "employments",
                columns: new[] { "organisation_id", "person_id", "start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employments_person_id",
                table: "employments",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_employments_unit_id",
                table: "employments",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_enrolment_transitions_enrolment_id",
                table: "enrolment_transitions",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_employment_id",
                table: "enrolments",
                column: "employment_id");

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_held_until",
                table: "enrolments",
                column: "held_until");

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_keeps_priority_of",
                table: "enrolments",
                column: "keeps_priority_of",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_organisation_id_status",
                table: "enrolments",
                columns: new[] { "organisation_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_person_id",
                table: "enrolments",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_replaces",
                table: "enrolments",
                column: "replaces");

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_session_id_person_id",
                table: "enrolments",
                columns: new[] { "session_id", "person_id" },
                unique: true);

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
                name: "ix_interest_entries_course_id_person_id",
                table: "interest_entries",
                columns: new[] { "course_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_interest_entries_person_id",
                table: "interest_entries",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_account_id",
                table: "invitations",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_code_digest",
                table: "invitations",
                column: "code_digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_job_runs_job",
                table: "job_runs",
                column: "job",
                unique: true,
                filter: "ended_at is null and is_dry_run = false");

            migrationBuilder.CreateIndex(
                name: "ix_job_runs_job_due",
                table: "job_runs",
                columns: new[] { "job", "due" },
                unique: true,
                filter: "due is not null and status <> 'Lost'");

            migrationBuilder.CreateIndex(
                name: "ix_job_runs_job_started_at",
                table: "job_runs",
                columns: new[] { "job", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_justification_requests_decision",
                table: "justification_requests",
                column: "decision");

            migrationBuilder.CreateIndex(
                name: "ix_justification_requests_enrolment_id_date",
                table: "justification_requests",
                columns: new[] { "enrolment_id", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_account_id",
                table: "ledger_entries",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_cause_id",
                table: "ledger_entries",
                column: "cause_id");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entries_enrolment_id",
                table: "ledger_entries",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "ix_mark_contests_enrolment_id_register_id",
                table: "mark_contests",
                columns: new[] { "enrolment_id", "register_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mark_contests_register_id",
                table: "mark_contests",
                column: "register_id");

            migrationBuilder.CreateIndex(
                name: "ix_merges_merged_at",
                table: "merges",
                column: "merged_at");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_code",
                table: "organisations",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisations_enterprise_number",
                table: "organisations",
                column: "enterprise_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisations_merged_into_id",
                table: "organisations",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_nis",
                table: "organisations",
                column: "nis");

            migrationBuilder.CreateIndex(
                name: "ix_organisations_sector_code",
                table: "organisations",
                column: "sector_code");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_key",
                table: "outbox_messages",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_recipient_id",
                table: "outbox_messages",
                column: "recipient_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_recorded_at",
                table: "outbox_messages",
                column: "recorded_at",
                filter: "sent_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_parameters_key_valid_from",
                table: "parameters",
                columns: new[] { "key", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "ix_people_email",
                table: "people",
                column: "email");

            migrationBuilder.CreateIndex(
                name: "ix_people_merged_into_id",
                table: "people",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_requests_person_id",
                table: "person_requests",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_requests_status_asked_at",
                table: "person_requests",
                columns: new[] { "status", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_personal_values_record_id",
                table: "personal_values",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_programmes_code",
                table: "programmes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_programmes_funder_code",
                table: "programmes",
                column: "funder_code");

            migrationBuilder.CreateIndex(
                name: "ix_register_seals_register_id",
                table: "register_seals",
                column: "register_id");

            migrationBuilder.CreateIndex(
                name: "ix_register_seals_session_id_sequence",
                table: "register_seals",
                columns: new[] { "session_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registers_session_id_date_part",
                table: "registers",
                columns: new[] { "session_id", "date", "part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registers_status_date",
                table: "registers",
                columns: new[] { "status", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_report_runs_report_digest",
                table: "report_runs",
                columns: new[] { "report", "digest" });

            migrationBuilder.CreateIndex(
                name: "ix_role_grants_account_id",
                table: "role_grants",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_role_grants_funder_code",
                table: "role_grants",
                column: "funder_code");

            migrationBuilder.CreateIndex(
                name: "ix_role_grants_organisation_id",
                table: "role_grants",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_room_equipment_equipment_code",
                table: "room_equipment",
                column: "equipment_code");

            migrationBuilder.CreateIndex(
                name: "ix_rooms_name",
                table: "rooms",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rooms_venue_id",
                table: "rooms",
                column: "venue_id");

            migrationBuilder.CreateIndex(
                name: "ix_scheme_adoptions_organisation_id_scheme_valid_from",
                table: "scheme_adoptions",
                columns: new[] { "organisation_id", "scheme", "valid_from" },
                unique: true);

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
                name: "ix_sent_marks_enrolment_id",
                table: "sent_marks",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "ix_sent_marks_register_id",
                table: "sent_marks",
                column: "register_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_trainers_person_id",
                table: "session_trainers",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_transitions_session_id",
                table: "session_transitions",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_code",
                table: "sessions",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_course_version_id_first_day",
                table: "sessions",
                columns: new[] { "course_version_id", "first_day" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_first_day",
                table: "sessions",
                column: "first_day");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_room_id",
                table: "sessions",
                column: "room_id");

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_identities_account_id",
                table: "sign_in_identities",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_staff_imports_organisation_id_sent_at",
                table: "staff_imports",
                columns: new[] { "organisation_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_teaching_slots_date",
                table: "teaching_slots",
                column: "date");

            migrationBuilder.CreateIndex(
                name: "ix_teaching_slots_session_id_date_start_time",
                table: "teaching_slots",
                columns: new[] { "session_id", "date", "start_time" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_time_release_accounts_organisation_id",
                table: "time_release_accounts",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_time_release_accounts_person_id_organisation_id_scheme_year",
                table: "time_release_accounts",
                columns: new[] { "person_id", "organisation_id", "scheme", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_trainer_absences_person_id_last_day",
                table: "trainer_absences",
                columns: new[] { "person_id", "last_day" });

            migrationBuilder.CreateIndex(
                name: "ix_unknown_employers_session_id",
                table: "unknown_employers",
                column: "session_id");

            migrationBuilder.CreateIndex(
                name: "ix_unlisted_persons_enrolment_id",
                table: "unlisted_persons",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "ix_unlisted_persons_register_id",
                table: "unlisted_persons",
                column: "register_id");

            migrationBuilder.CreateIndex(
                name: "ix_venues_nis",
                table: "venues",
                column: "nis");

            migrationBuilder.CreateIndex(
                name: "ix_work_items_status_queued_at",
                table: "work_items",
                columns: new[] { "status", "queued_at" });

            migrationBuilder.CreateIndex(
                name: "ix_year_marks_organisation_id_scheme_year",
                table: "year_marks",
                columns: new[] { "organisation_id", "scheme", "year" });

            FullText.Create(migrationBuilder);
            AppendOnly.Protect(migrationBuilder);
            LedgerGuards.Create(migrationBuilder);
            AllocationGuards.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absence_rulings");

            migrationBuilder.DropTable(
                name: "accepted_clashes");

            migrationBuilder.DropTable(
                name: "allocation_decisions");

            migrationBuilder.DropTable(
                name: "approval_asks");

            migrationBuilder.DropTable(
                name: "attendance_marks");

            migrationBuilder.DropTable(
                name: "attendance_warnings");

            migrationBuilder.DropTable(
                name: "capacity_warnings");

            migrationBuilder.DropTable(
                name: "certificate_counters");

            migrationBuilder.DropTable(
                name: "certificate_papers");

            migrationBuilder.DropTable(
                name: "charge_billings");

            migrationBuilder.DropTable(
                name: "charge_lines");

            migrationBuilder.DropTable(
                name: "closing_days");

            migrationBuilder.DropTable(
                name: "course_search_entries");

            migrationBuilder.DropTable(
                name: "course_subjects");

            migrationBuilder.DropTable(
                name: "course_target_groups");

            migrationBuilder.DropTable(
                name: "course_version_themes");

            migrationBuilder.DropTable(
                name: "daily_seals");

            migrationBuilder.DropTable(
                name: "distinct_pairs");

            migrationBuilder.DropTable(
                name: "eligibility_exceptions");

            migrationBuilder.DropTable(
                name: "employer_settings");

            migrationBuilder.DropTable(
                name: "enrolment_transitions");

            migrationBuilder.DropTable(
                name: "file_readings");

            migrationBuilder.DropTable(
                name: "geco_posts");

            migrationBuilder.DropTable(
                name: "grant_claim_lines");

            migrationBuilder.DropTable(
                name: "grant_deadlines");

            migrationBuilder.DropTable(
                name: "inbox_claims");

            migrationBuilder.DropTable(
                name: "interest_entries");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "job_pauses");

            migrationBuilder.DropTable(
                name: "job_runs");

            migrationBuilder.DropTable(
                name: "justification_documents");

            migrationBuilder.DropTable(
                name: "ledger_entries");

            migrationBuilder.DropTable(
                name: "mark_contests");

            migrationBuilder.DropTable(
                name: "merges");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "parameters");

            migrationBuilder.DropTable(
                name: "person_requests");

            migrationBuilder.DropTable(
                name: "personal_values");

            migrationBuilder.DropTable(
                name: "register_seals");

            migrationBuilder.DropTable(
                name: "report_run_traits");

            migrationBuilder.DropTable(
                name: "role_grants");

            migrationBuilder.DropTable(
                name: "room_equipment");

            migrationBuilder.DropTable(
                name: "scheme_adoptions");

            migrationBuilder.DropTable(
                name: "search_misses");

            migrationBuilder.DropTable(
                name: "search_words");

            migrationBuilder.DropTable(
                name: "seat_reservations");

            migrationBuilder.DropTable(
                name: "sent_marks");

            migrationBuilder.DropTable(
                name: "session_trainers");

            migrationBuilder.DropTable(
                name: "session_transitions");

            migrationBuilder.DropTable(
                name: "sign_in_identities");

            migrationBuilder.DropTable(
                name: "staff_imports");

            migrationBuilder.DropTable(
                name: "trainer_absences");

            migrationBuilder.DropTable(
                name: "unknown_employers");

            migrationBuilder.DropTable(
                name: "unlisted_persons");

            migrationBuilder.DropTable(
                name: "work_items");

            migrationBuilder.DropTable(
                name: "year_marks");

            migrationBuilder.DropTable(
                name: "allocation_reviews");

            migrationBuilder.DropTable(
                name: "certificates");

            migrationBuilder.DropTable(
                name: "allocation_lines");

            migrationBuilder.DropTable(
                name: "justification_requests");

            migrationBuilder.DropTable(
                name: "time_release_accounts");

            migrationBuilder.DropTable(
                name: "change_records");

            migrationBuilder.DropTable(
                name: "report_runs");

            migrationBuilder.DropTable(
                name: "equipment");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "trainers");

            migrationBuilder.DropTable(
                name: "registers");

            migrationBuilder.DropTable(
                name: "grant_claims");

            migrationBuilder.DropTable(
                name: "teaching_slots");

            migrationBuilder.DropTable(
                name: "enrolments");

            migrationBuilder.DropTable(
                name: "grants");

            migrationBuilder.DropTable(
                name: "employments");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "programmes");

            migrationBuilder.DropTable(
                name: "themes");

            migrationBuilder.DropTable(
                name: "establishment_units");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "staff_functions");

            migrationBuilder.DropTable(
                name: "course_versions");

            migrationBuilder.DropTable(
                name: "rooms");

            migrationBuilder.DropTable(
                name: "courses");

            migrationBuilder.DropTable(
                name: "funders");

            migrationBuilder.DropTable(
                name: "organisations");

            migrationBuilder.DropTable(
                name: "venues");

            migrationBuilder.DropTable(
                name: "sectors");

            migrationBuilder.DropTable(
                name: "municipalities");
        }
    }
}
