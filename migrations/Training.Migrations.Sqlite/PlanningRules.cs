using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.Sqlite;

/// <summary>What the database itself holds about the plan: steps and warnings are only added, and whoever has taught is a trainer.</summary>
internal static class PlanningRules
{
    public static void Create(MigrationBuilder migration)
    {
        foreach (var table in new[] { "session_transitions", "capacity_warnings" })
        {
            foreach (var change in new[] { "update", "delete" })
                migration.Sql($"create trigger if not exists {table}_no_{change} before {change} on {table} begin select raise(abort, '{table} is append-only'); end;");
        }

        migration.Sql("update accepted_clashes set kind = 'Room' where kind = '';");
        migration.Sql("update accepted_clashes set recorded_by = reason where recorded_by = '';");
        migration.Sql("insert into trainers (person_id, plan_version) select distinct person_id, 0 from session_trainers where person_id not in (select person_id from trainers);");
    }
}
