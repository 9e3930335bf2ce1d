using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.PostgreSql.Versions
{
    /// <inheritdoc />
    public partial class GuardTheLedger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was granted so far is what the scheme gives: nothing else could be granted.
            migrationBuilder.Sql("update time_release_accounts set entitled_minutes = granted_minutes;");
            LedgerGuards.Up(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            LedgerGuards.Down(migrationBuilder);
        }
    }
}
