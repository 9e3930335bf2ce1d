using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.PostgreSql;

/// <summary>What is added and never changed: the database itself says no, whoever asks.</summary>
internal static class AppendOnly
{
    private static readonly string[] Tables =
    [
        "absence_rulings", "allocation_decisions", "allocation_lines", "allocation_reviews", "attendance_warnings", "capacity_warnings",
        "certificate_papers", "change_records", "charge_lines", "daily_seals", "eligibility_exceptions", "enrolment_transitions",
        "grant_claim_lines", "grant_claims", "ledger_entries", "parameters", "register_seals", "report_runs", "sent_marks",
        "session_transitions", "year_marks",
    ];

    public static void Protect(MigrationBuilder migration)
    {
        migration.Sql(
            """
            create function refuse_change() returns trigger language plpgsql as
            $$ begin raise exception '% is append-only', tg_table_name; end $$;
            """);

        foreach (var table in Tables)
            Protect(migration, table);

        // Who looked at a file is written once; the retention of such notes removes them whole.
        Refuse(migration, "update or truncate", "file_readings", "no_update");

        SupersedeMarks(migration);
        RevokeCertificates(migration);
    }

    /// <summary>One further table whose rows are never changed.</summary>
    public static void Protect(MigrationBuilder migration, string table) => Refuse(migration, "update or delete or truncate", table, "append_only");

    /// <summary>What certificates say of their place and their recognition is frozen as all the rest is.</summary>
    public static void KeepPlacesOfCertificates(MigrationBuilder migration) => migration.Sql(
        """
        create trigger certificates_no_other_place before update on certificates for each row
        when ((old.content_place_fr, old.content_place_nl, old.content_leave_category, old.content_recognition)
             is distinct from (new.content_place_fr, new.content_place_nl, new.content_leave_category, new.content_recognition))
        execute function refuse_change();
        """);

    private static void Refuse(MigrationBuilder migration, string actions, string table, string suffix) => migration.Sql(
        $"create trigger {table}_{suffix} before {actions} on {table} for each statement execute function refuse_change();");

    // A mark is superseded once and never otherwise changed.
    private static void SupersedeMarks(MigrationBuilder migration)
    {
        Refuse(migration, "delete or truncate", "attendance_marks", "no_delete");
        migration.Sql(
            """
            create trigger attendance_marks_no_update before update on attendance_marks for each row
            when (old.superseded_at is not null or new.superseded_at is null
              or (old.id, old.enrolment_id, old.slot_id, old.gaps, old.attended_minutes, old.recorded_at, old.recorded_by, old.seen_at, old.reason)
                 is distinct from
                 (new.id, new.enrolment_id, new.slot_id, new.gaps, new.attended_minutes, new.recorded_at, new.recorded_by, new.seen_at, new.reason))
            execute function refuse_change();
            """);
    }

    // A certificate is revoked once and never otherwise changed; its papers never.
    private static void RevokeCertificates(MigrationBuilder migration)
    {
        Refuse(migration, "delete or truncate", "certificates", "no_delete");
        migration.Sql(
            """
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
            """);
    }
}
