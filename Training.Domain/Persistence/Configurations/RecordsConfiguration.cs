using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Accounts;
using Training.Domain.ChangeRecords;
using Training.Domain.Keys;
using Training.Domain.Messages;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Work;

namespace Training.Domain.Persistence.Configurations;

internal sealed class ParameterConfiguration : IEntityTypeConfiguration<Parameter>
{
    public void Configure(EntityTypeBuilder<Parameter> parameter)
    {
        parameter.ToTable("parameters", table =>
        {
            table.HasCheckConstraint("ck_parameters_period", "valid_to is null or valid_to >= valid_from");
            table.HasCheckConstraint("ck_parameters_scope", "(scope = 'Global') = (scope_id is null)");
        });
        parameter.Property(p => p.Id).ValueGeneratedNever();
        parameter.Property(p => p.Key).HasMaxLength(Parameter.KeyMaxLength);
        parameter.Property(p => p.Value).HasMaxLength(Parameter.ValueMaxLength);
        parameter.Property(p => p.Source).HasMaxLength(Parameter.SourceMaxLength);
        parameter.Property(p => p.Reason).HasMaxLength(Parameter.SourceMaxLength);
        parameter.Property(p => p.ChangedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        parameter.HasIndex(p => new { p.Key, p.ValidFrom });
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("outbox_messages", table => table.HasCheckConstraint("ck_outbox_messages_recipient", "(recipient_id is null) <> (address is null)"));
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Address).HasMaxLength(Person.EmailMaxLength);
        message.Property(m => m.Facts).HasMaxLength(OutboxMessage.FactsMaxLength);
        message.Property(m => m.LastError).HasMaxLength(OutboxMessage.ErrorMaxLength);
        message.Property(m => m.Key).HasMaxLength(OutboxMessage.KeyMaxLength);
        message.HasIndex(m => m.RecordedAt).HasFilter("sent_at is null and not_wanted_at is null");
        message.HasIndex(m => m.Key).IsUnique();
        message.HasIndex(m => m.DigestId).HasFilter("digest_id is not null");
        message.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Restrict);
        message.HasOne<Person>().WithMany().HasForeignKey(m => m.RecipientId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MessagePreferenceConfiguration : IEntityTypeConfiguration<MessagePreference>
{
    public void Configure(EntityTypeBuilder<MessagePreference> preference)
    {
        preference.ToTable("message_preferences", table => table.HasCheckConstraint("ck_message_preferences_reader", "(person_id is null) <> (account_id is null)"));
        preference.Property(p => p.Id).ValueGeneratedNever();
        preference.HasIndex(p => new { p.PersonId, p.Kind }).IsUnique();
        preference.HasIndex(p => new { p.AccountId, p.Kind }).IsUnique();
        preference.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Cascade);
        preference.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.HasKey(f => f.PersonId);
        feed.Property(f => f.Digest).HasMaxLength(Digest.Length);
        feed.HasIndex(f => f.Digest).IsUnique();
        feed.HasOne<Person>().WithOne().HasForeignKey<CalendarFeed>(f => f.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> key)
    {
        key.HasKey(k => k.Name);
        key.Property(k => k.Name).HasMaxLength(ProtectionKey.NameMaxLength);
    }
}

internal sealed class WorkItemConfiguration : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> item)
    {
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.Kind).HasMaxLength(WorkItem.KindMaxLength);
        item.Property(i => i.OwnerName).HasMaxLength(ChangeRecord.ByMaxLength);
        item.Property(i => i.Result).HasMaxLength(WorkItem.TextMaxLength);
        item.Property(i => i.Version).IsConcurrencyToken();
        item.HasIndex(i => new { i.Status, i.QueuedAt });
    }
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.Property(r => r.Id).ValueGeneratedNever();
        run.Property(r => r.Job).HasMaxLength(JobRun.JobMaxLength);
        run.Property(r => r.StartedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        run.Property(r => r.Notes).HasMaxLength(JobRun.NotesMaxLength);
        run.HasIndex(r => new { r.Job, r.StartedAt });

        // The last word on "each fire once" and "one at a time", however many processes there are.
        run.HasIndex(r => new { r.Job, r.Due }).IsUnique().HasFilter("due is not null and status <> 'Lost'");
        run.HasIndex(r => r.Job).IsUnique().HasFilter("ended_at is null and is_dry_run = false");
    }
}

internal sealed class JobPauseConfiguration : IEntityTypeConfiguration<JobPause>
{
    public void Configure(EntityTypeBuilder<JobPause> pause)
    {
        pause.HasKey(p => p.Job);
        pause.Property(p => p.Job).HasMaxLength(JobRun.JobMaxLength);
        pause.Property(p => p.PausedBy).HasMaxLength(ChangeRecord.ByMaxLength);
    }
}

internal sealed class ChangeRecordConfiguration : IEntityTypeConfiguration<ChangeRecord>
{
    public void Configure(EntityTypeBuilder<ChangeRecord> record)
    {
        record.Property(r => r.Id).ValueGeneratedNever();
        record.Property(r => r.Aggregate).HasMaxLength(ChangeRecord.AggregateMaxLength);
        record.Property(r => r.By).HasColumnName("recorded_by").HasMaxLength(ChangeRecord.ByMaxLength);
        record.Property(r => r.Via).HasMaxLength(ChangeRecord.ByMaxLength);
        record.Property(r => r.PreviousHash).HasMaxLength(Digest.Length);
        record.Property(r => r.Hash).HasMaxLength(Digest.Length);
        record.HasIndex(r => new { r.AggregateId, r.Sequence }).IsUnique();
        record.HasIndex(r => r.RecordedAt);
    }
}

internal sealed class PersonalValueConfiguration : IEntityTypeConfiguration<PersonalValue>
{
    public void Configure(EntityTypeBuilder<PersonalValue> value)
    {
        value.Property(v => v.Id).ValueGeneratedNever();
        value.Property(v => v.Field).HasMaxLength(100);
        value.Property(v => v.Salt).HasMaxLength(Digest.Length);
        value.HasIndex(v => v.RecordId);
        value.HasOne<ChangeRecord>().WithMany().HasForeignKey(v => v.RecordId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DailySealConfiguration : IEntityTypeConfiguration<DailySeal>
{
    public void Configure(EntityTypeBuilder<DailySeal> seal)
    {
        seal.HasKey(s => s.Date);
        seal.Property(s => s.PreviousHash).HasMaxLength(Digest.Length);
        seal.Property(s => s.Hash).HasMaxLength(Digest.Length);
    }
}
