using Microsoft.EntityFrameworkCore.Migrations;

namespace Training.Migrations.Sqlite;

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
        foreach (var table in Tables)
            Protect(migration, table);

        // Who looked at a file is written once; the retention of such notes removes them whole.
        Refuse(migration, "update", "file_readings");

        SupersedeMarks(migration);
        RevokeCertificates(migration);
    }

    /// <summary>One further table whose rows are never changed.</summary>
    public static void Protect(MigrationBuilder migration, string table)
    {
        Refuse(migration, "update", table);
        Refuse(migration, "delete", table);
    }

    /// <summary>What certificates say of their place and their recognition is frozen as all the rest is.</summary>
    public static void KeepPlacesOfCertificates(MigrationBuilder migration) => migration.Sql(
        """
        create trigger certificates_no_other_place before update on certificates
        when old.content_place_fr is not new.content_place_fr or old.content_place_nl is not new.content_place_nl or
          old.content_leave_category is not new.content_leave_category or old.content_recognition is not new.content_recognition
        begin select raise(abort, 'certificates is append-only'); end;
        """);

    private static void Refuse(MigrationBuilder migration, string action, string table) => migration.Sql(
        $"create trigger {table}_no_{action} before {action} on {table} begin select raise(abort, '{table} is append-only'); end;");

    // A mark is superseded once and never otherwise changed.
    private static void SupersedeMarks(MigrationBuilder migration)
    {
        Refuse(migration, "delete", "attendance_marks");
        migration.Sql(
            """
            create trigger attendance_marks_no_update before update on attendance_marks
            when old.superseded_at is not null or new.superseded_at is null
              or old.id <> new.id or old.enrolment_id <> new.enrolment_id or old.slot_id <> new.slot_id or old.gaps <> new.gaps
              or old.attended_minutes <> new.attended_minutes or old.recorded_at <> new.recorded_at or old.recorded_by <> new.recorded_by
              or old.seen_at is not new.seen_at or old.reason is not new.reason
            begin select raise(abort, 'attendance_marks is append-only'); end;
            """);
    }

    // A certificate is revoked once and never otherwise changed; its papers never.
    private static void RevokeCertificates(MigrationBuilder migration)
    {
        Refuse(migration, "delete", "certificates");
        migration.Sql(
            """
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
            """);
    }
}
