using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.PostgreSql.Versions
{
    /// <inheritdoc />
    public partial class AddSignOfLifeOfWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "seen_at",
                table: "work_items",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.Sql("update work_items set seen_at = started_at;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "seen_at",
                table: "work_items");
        }
    }
}
