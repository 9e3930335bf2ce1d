using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.PostgreSql;

/// <summary>What the database itself holds about the plan: steps and warnings are only added, and whoever has taught is a trainer.</summary>
internal static class PlanningRules
{
    public static void Create(MigrationBuilder migration)
    {
        foreach (var table in new[] { "session_transitions", "capacity_warnings" })
            migration.Sql($"create or replace trigger {table}_append_only before update or delete or truncate on {table} for each statement execute function refuse_change();");

        migration.Sql("update accepted_clashes set kind = 'Room' where kind = '';");
        migration.Sql("update accepted_clashes set recorded_by = reason where recorded_by = '';");
        migration.Sql("insert into trainers (person_id, plan_version) select distinct person_id, 0 from session_trainers on conflict do nothing;");
    }
}
