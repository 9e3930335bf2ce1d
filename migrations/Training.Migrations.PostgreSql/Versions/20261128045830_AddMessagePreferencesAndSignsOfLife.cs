using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.PostgreSql.Versions
{
    /// <inheritdoc />
    public partial class AddMessagePreferencesAndSignsOfLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_messages_recorded_at",
                table: "outbox_messages");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "seen_at",
                table: "work_items",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "account_id",
                table: "outbox_messages",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "digest_id",
                table: "outbox_messages",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "not_wanted_at",
                table: "outbox_messages",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "message_preferences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    delivery = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    before = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_message_preferences", x => x.id);
                    table.CheckConstraint("ck_message_preferences_reader", "(person_id is null) <> (account_id is null)");
                    table.ForeignKey(
                        name: "fk_message_preferences_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_message_preferences_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_account_id",
                table: "outbox_messages",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_digest_id",
                table: "outbox_messages",
                column: "digest_id",
                filter: "digest_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_recorded_at",
                table: "outbox_messages",
                column: "recorded_at",
                filter: "sent_at is null and not_wanted_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_message_preferences_account_id_kind",
                table: "message_preferences",
                columns: new[] { "account_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_message_preferences_person_id_kind",
                table: "message_preferences",
                columns: new[] { "person_id", "kind" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_outbox_messages_accounts_account_id",
                table: "outbox_messages",
                column: "account_id",
                principalTable: "accounts",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_outbox_messages_accounts_account_id",
                table: "outbox_messages");

            migrationBuilder.DropTable(
                name: "message_preferences");

            migrationBuilder.DropIndex(
                name: "ix_outbox_messages_account_id",
                table: "outbox_messages");

            migrationBuilder.DropIndex(
                name: "ix_outbox_messages_digest_id",
                table: "outbox_messages");

            migrationBuilder.DropIndex(
                name: "ix_outbox_messages_recorded_at",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "seen_at",
                table: "work_items");

            migrationBuilder.DropColumn(
                name: "account_id",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "digest_id",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "not_wanted_at",
                table: "outbox_messages");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_recorded_at",
                table: "outbox_messages",
                column: "recorded_at",
                filter: "sent_at is null");
        }
    }
}
