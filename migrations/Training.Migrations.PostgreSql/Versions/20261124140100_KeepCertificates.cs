using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Training.Domain.Persistence;

namespace Training.Migrations.PostgreSql.Versions;

/// <summary>A certificate is revoked once and never otherwise changed; its papers never.</summary>
[DbContext(typeof(TrainingDbContext))]
[Migration("20261124140100_KeepCertificates")]
public sealed class KeepCertificates : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // What was issued before is of attendance; its other title and surname were not kept, and are those of today.
        migrationBuilder.Sql(
            """
            update certificates set kind = 'Participation' where kind = '';
            update certificates set content_title_fr = content_title_nl where content_title_fr = '';
            update certificates set content_last_name = coalesce(
              (select people.last_name from people join enrolments on enrolments.person_id = people.id where enrolments.id = certificates.enrolment_id), '')
            where content_last_name = '';
            """);
        migrationBuilder.Sql(
            """
            create trigger certificates_no_delete before delete or truncate on certificates for each statement execute function refuse_change();
            create trigger certificates_no_update before update on certificates for each row
            when (old.revoked_at is not null or new.revoked_at is null
              or (old.id, old.enrolment_id, old.kind, old.period, old.number, old.year, old.sequence, old.verification_code, old.language, old.content_person_name,
               old.content_last_name, old.content_initials, old.content_title_fr, old.content_title_nl, old.content_session_code, old.content_first_day,
               old.content_last_day, old.content_venue, old.content_attended_minutes, old.content_scheduled_minutes, old.content_justified_minutes,
               old.content_unjustified_minutes, old.issued_by, old.issued_at)
                 is distinct from
                 (new.id, new.enrolment_id, new.kind, new.period, new.number, new.year, new.sequence, new.verification_code, new.language, new.content_person_name,
               new.content_last_name, new.content_initials, new.content_title_fr, new.content_title_nl, new.content_session_code, new.content_first_day,
               new.content_last_day, new.content_venue, new.content_attended_minutes, new.content_scheduled_minutes, new.content_justified_minutes,
               new.content_unjustified_minutes, new.issued_by, new.issued_at))
            execute function refuse_change();
            create trigger certificate_papers_append_only before update or delete or truncate on certificate_papers
            for each statement execute function refuse_change();
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        drop trigger certificate_papers_append_only on certificate_papers;
        drop trigger certificates_no_update on certificates;
        drop trigger certificates_no_delete on certificates;
        """);
}
