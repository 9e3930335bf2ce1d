using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.PostgreSql;

/// <summary>Registers that are there already get a code for their sheets; later ones come with it. It says nothing of the session.</summary>
internal static class SheetCodes
{
    public static void Give(MigrationBuilder migration) =>
        migration.Sql("update registers set sheet_code = upper(substr(replace(gen_random_uuid()::text, '-', ''), 1, 10)) where sheet_code = ''");
}
