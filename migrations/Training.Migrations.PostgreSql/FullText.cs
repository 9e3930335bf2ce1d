using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.PostgreSql;

/// <summary>
/// The catalogue's full-text indexes: a tsvector of the stems that the product writes, worked out by the database itself, with a GIN index.
/// No text search configuration is used: the product's own normaliser decides what a word is.
/// </summary>
internal static class FullText
{
    public static void Create(MigrationBuilder migration)
    {
        Column(migration, "course_search_entries", "title", "title_index");
        Column(migration, "course_search_entries", "words", "words_index");
        Column(migration, "search_words", "trigrams", "trigram_index");

        // As the embedded database orders: by character, not by the habits of one language.
        migration.Sql("alter table course_search_entries alter column code type varchar(20) collate \"C\";");
        migration.Sql("alter table search_words alter column stem type varchar(80) collate \"C\";");
    }

    private static void Column(MigrationBuilder migration, string table, string text, string index)
    {
        migration.Sql($"alter table {table} add column {index} tsvector generated always as (array_to_tsvector(string_to_array({text}, ' '))) stored;");
        migration.Sql($"create index ix_{table}_{index} on {table} using gin ({index});");
    }
}
