using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.Sqlite;

/// <summary>Who looked at a file is written once; the retention of such notes removes them whole.</summary>
internal static class FileReadings
{
    public static void WrittenOnce(MigrationBuilder migration) => migration.Sql(
        "create trigger file_readings_no_update before update on file_readings begin select raise(abort, 'file_readings is append-only'); end;");

    public static void Free(MigrationBuilder migration) => migration.Sql("drop trigger file_readings_no_update;");
}
