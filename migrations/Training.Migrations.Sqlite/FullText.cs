using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.Sqlite;

/// <summary>
/// The catalogue's full-text indexes: FTS5 over the stems that the product writes. Triggers keep them in step inside the transaction that
/// changes a course, so that nothing else has to.
/// </summary>
internal static class FullText
{
    public static void Create(MigrationBuilder migration)
    {
        Index(migration, "course_search_index", "course_search_entries", "title", "words");
        Index(migration, "search_word_index", "search_words", "trigrams");
    }

    private static void Index(MigrationBuilder migration, string index, string table, params string[] columns)
    {
        var list = string.Join(", ", columns);
        string Values(string row) => string.Join(", ", columns.Select(column => $"{row}.{column}"));
        var add = $"insert into {index}(rowid, {list}) values (new.id, {Values("new")});";
        var remove = $"insert into {index}({index}, rowid, {list}) values ('delete', old.id, {Values("old")});";

        migration.Sql($"create virtual table {index} using fts5({list}, content='{table}', content_rowid='id', tokenize='ascii', prefix='4 6');");
        migration.Sql($"create trigger {table}_indexed after insert on {table} begin {add} end;");
        migration.Sql($"create trigger {table}_unindexed after delete on {table} begin {remove} end;");
        migration.Sql($"create trigger {table}_reindexed after update on {table} begin {remove} {add} end;");
    }
}
