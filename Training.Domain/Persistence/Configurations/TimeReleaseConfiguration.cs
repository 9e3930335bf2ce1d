using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.ChangeRecords;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.TimeRelease;

namespace Training.Domain.Persistence.Configurations;

internal sealed class TimeReleaseAccountConfiguration : IEntityTypeConfiguration<TimeReleaseAccount>
{
    public void Configure(EntityTypeBuilder<TimeReleaseAccount> account)
    {
        // No hour claimed twice: where the scheme caps, what is set aside and used never passes what was granted.
        account.ToTable("time_release_accounts", table =>
        {
            table.HasCheckConstraint("ck_time_release_accounts_signs", "entitled_minutes >= 0 and reserved_minutes >= 0 and consumed_minutes >= 0 and expired_minutes >= 0 and carried_over_minutes >= 0 and elsewhere_minutes >= 0");
            table.HasCheckConstraint(
                "ck_time_release_accounts_cap",
                "not is_capped or granted_minutes >= reserved_minutes + consumed_minutes + expired_minutes + carried_over_minutes + elsewhere_minutes");
        });
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.Scheme).HasMaxLength(Schemes.CodeMaxLength);
        account.Property(a => a.Version).IsConcurrencyToken();
        account.Ignore(a => a.AvailableMinutes);
        account.HasIndex(a => new { a.PersonId, a.OrganisationId, a.Scheme, a.Year }).IsUnique();
        account.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        account.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        account.HasMany(a => a.Entries).WithOne().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("ledger_entries", table =>
        {
            table.HasCheckConstraint("ck_ledger_entries_minutes", "minutes > 0");
            table.HasCheckConstraint("ck_ledger_entries_accounts", "from_account <> to_account");
            table.HasCheckConstraint("ck_ledger_entries_reason", "kind <> 'Exception' or note is not null");
            table.HasCheckConstraint("ck_ledger_entries_proof", "kind not in ('Opening', 'Elsewhere') or (proof is not null and approved_by is not null)");
        });
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.From).HasColumnName("from_account");
        entry.Property(e => e.To).HasColumnName("to_account");
        entry.Property(e => e.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        entry.Property(e => e.Note).HasMaxLength(LedgerEntry.NoteMaxLength);
        entry.Property(e => e.Proof).HasMaxLength(LedgerEntry.ProofMaxLength);
        entry.Property(e => e.ApprovedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        entry.HasIndex(e => e.EnrolmentId);
        entry.HasIndex(e => e.CauseId);
        entry.HasOne<Enrolment>().WithMany().HasForeignKey(e => e.EnrolmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SchemeAdoptionConfiguration : IEntityTypeConfiguration<SchemeAdoption>
{
    public void Configure(EntityTypeBuilder<SchemeAdoption> adoption)
    {
        adoption.Property(a => a.Id).ValueGeneratedNever();
        adoption.Property(a => a.Scheme).HasMaxLength(Schemes.CodeMaxLength);
        adoption.Property(a => a.From).HasColumnName("valid_from");
        adoption.Property(a => a.To).HasColumnName("valid_to");
        adoption.Property(a => a.Document).HasMaxLength(SchemeAdoption.DocumentMaxLength);
        adoption.Property(a => a.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        adoption.HasIndex(a => new { a.OrganisationId, a.Scheme, a.From }).IsUnique();
        adoption.HasOne<Organisation>().WithMany().HasForeignKey(a => a.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class YearMarkConfiguration : IEntityTypeConfiguration<YearMark>
{
    public void Configure(EntityTypeBuilder<YearMark> mark)
    {
        mark.ToTable("year_marks", table => table.HasCheckConstraint("ck_year_marks_reason", "step <> 'Reopened' or reason is not null"));
        mark.Property(m => m.Id).ValueGeneratedNever();
        mark.Property(m => m.Scheme).HasMaxLength(Schemes.CodeMaxLength);
        mark.Property(m => m.Reason).HasMaxLength(YearMark.ReasonMaxLength);
        mark.Property(m => m.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        mark.HasIndex(m => new { m.OrganisationId, m.Scheme, m.Year });
        mark.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
