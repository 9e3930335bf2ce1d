using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Training.Domain.Persistence;

namespace Training.Migrations.Sqlite.Versions;

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
            create trigger certificates_no_delete before delete on certificates
            begin select raise(abort, 'certificates is append-only'); end;
            create trigger certificates_no_update before update on certificates
            when old.revoked_at is not null or new.revoked_at is null
              or old.id is not new.id or old.enrolment_id is not new.enrolment_id or old.kind is not new.kind or old.period is not new.period or
              old.number is not new.number or old.year is not new.year or old.sequence is not new.sequence or old.verification_code is not new.verification_code or
              old.language is not new.language or old.content_person_name is not new.content_person_name or old.content_last_name is not new.content_last_name or
              old.content_initials is not new.content_initials or old.content_title_fr is not new.content_title_fr or
              old.content_title_nl is not new.content_title_nl or old.content_session_code is not new.content_session_code or
              old.content_first_day is not new.content_first_day or old.content_last_day is not new.content_last_day or
              old.content_venue is not new.content_venue or old.content_attended_minutes is not new.content_attended_minutes or
              old.content_scheduled_minutes is not new.content_scheduled_minutes or old.content_justified_minutes is not new.content_justified_minutes or
              old.content_unjustified_minutes is not new.content_unjustified_minutes or old.issued_by is not new.issued_by or old.issued_at is not new.issued_at
            begin select raise(abort, 'certificates is append-only'); end;
            create trigger certificate_papers_no_update before update on certificate_papers
            begin select raise(abort, 'certificate_papers is append-only'); end;
            create trigger certificate_papers_no_delete before delete on certificate_papers
            begin select raise(abort, 'certificate_papers is append-only'); end;
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        drop trigger certificate_papers_no_delete;
        drop trigger certificate_papers_no_update;
        drop trigger certificates_no_update;
        drop trigger certificates_no_delete;
        """);
}
