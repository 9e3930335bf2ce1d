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
            table.HasCheckConstraint("ck_time_release_accounts_signs", "reserved_minutes >= 0 and consumed_minutes >= 0 and expired_minutes >= 0");
            table.HasCheckConstraint(
                "ck_time_release_accounts_cap", "not is_capped or granted_minutes >= reserved_minutes + consumed_minutes + expired_minutes");
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
        entry.ToTable("ledger_entries", table => table.HasCheckConstraint("ck_ledger_entries_minutes", "minutes > 0"));
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.From).HasColumnName("from_account");
        entry.Property(e => e.To).HasColumnName("to_account");
        entry.Property(e => e.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        entry.Property(e => e.Note).HasMaxLength(LedgerEntry.NoteMaxLength);
        entry.HasIndex(e => e.EnrolmentId);
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
