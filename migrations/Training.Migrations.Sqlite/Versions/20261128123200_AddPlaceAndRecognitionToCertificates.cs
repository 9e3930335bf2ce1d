using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Training.Migrations.Sqlite.Versions
{
    /// <inheritdoc />
    public partial class AddPlaceAndRecognitionToCertificates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "content_leave_category",
                table: "certificates",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "content_place_fr",
                table: "certificates",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "content_place_nl",
                table: "certificates",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "content_recognition",
                table: "certificates",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            AppendOnly.KeepPlacesOfCertificates(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger certificates_no_other_place;");

            migrationBuilder.DropColumn(
                name: "content_leave_category",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "content_place_fr",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "content_place_nl",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "content_recognition",
                table: "certificates");
        }
    }
}
