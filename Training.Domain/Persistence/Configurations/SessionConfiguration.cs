using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Persistence.Configurations;

internal sealed class RoomConfiguration : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> room)
    {
        room.Property(r => r.Id).ValueGeneratedNever();
        room.Property(r => r.Name).HasMaxLength(Room.NameMaxLength);
        room.HasIndex(r => r.Name).IsUnique();
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        // The last word on "no seat twice": whoever asks at the same instant, the count never passes the capacity.
        session.ToTable("sessions", table => table.HasCheckConstraint("ck_sessions_seats", "seats_taken between 0 and capacity_max"));
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.Code).HasMaxLength(Session.CodeMaxLength);
        session.HasIndex(s => s.Code).IsUnique();
        session.HasIndex(s => s.FirstDay);
        session.Ignore(s => s.ScheduledMinutes).Ignore(s => s.SeatsLeft);
        session.HasOne<CourseVersion>().WithMany().HasForeignKey(s => s.CourseVersionId).OnDelete(DeleteBehavior.Restrict);
        session.HasOne<Room>().WithMany().HasForeignKey(s => s.RoomId).OnDelete(DeleteBehavior.Restrict);
        session.HasMany(s => s.Slots).WithOne().HasForeignKey(slot => slot.SessionId).OnDelete(DeleteBehavior.Restrict);
        session.HasMany(s => s.Trainers).WithOne().HasForeignKey(trainer => trainer.SessionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TeachingSlotConfiguration : IEntityTypeConfiguration<TeachingSlot>
{
    public void Configure(EntityTypeBuilder<TeachingSlot> slot)
    {
        slot.ToTable("teaching_slots", table => table.HasCheckConstraint("ck_teaching_slots_minutes", "minutes > 0"));
        slot.Property(s => s.Id).ValueGeneratedNever();
        slot.Property(s => s.Start).HasColumnName("start_time");
        slot.Property(s => s.End).HasColumnName("end_time");
        slot.Ignore(s => s.Hours).Ignore(s => s.Part);
        slot.HasIndex(s => new { s.SessionId, s.Date, s.Start }).IsUnique();
        slot.HasIndex(s => s.Date);
    }
}

internal sealed class SessionTrainerConfiguration : IEntityTypeConfiguration<SessionTrainer>
{
    public void Configure(EntityTypeBuilder<SessionTrainer> trainer)
    {
        trainer.ToTable("session_trainers").HasKey(t => new { t.SessionId, t.PersonId });
        trainer.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
        trainer.HasIndex(t => t.PersonId);
    }
}

internal sealed class AcceptedClashConfiguration : IEntityTypeConfiguration<AcceptedClash>
{
    public void Configure(EntityTypeBuilder<AcceptedClash> clash)
    {
        clash.ToTable("accepted_clashes");
        clash.Property(c => c.Id).ValueGeneratedNever();
        clash.Property(c => c.Reason).HasMaxLength(AcceptedClash.ReasonMaxLength);
        clash.Property(c => c.Start).HasColumnName("start_time");
        clash.Property(c => c.End).HasColumnName("end_time");
        clash.HasIndex(c => new { c.SessionId, c.OtherSessionId, c.Date, c.Start }).IsUnique();
        clash.HasOne<Session>().WithMany().HasForeignKey(c => c.SessionId).OnDelete(DeleteBehavior.Restrict);
        clash.HasOne<Session>().WithMany().HasForeignKey(c => c.OtherSessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClosingDayConfiguration : IEntityTypeConfiguration<ClosingDay>
{
    public void Configure(EntityTypeBuilder<ClosingDay> day)
    {
        day.Property(d => d.Id).ValueGeneratedNever();
        day.Property(d => d.Reason).HasMaxLength(ClosingDay.ReasonMaxLength);
        day.HasIndex(d => d.Date).IsUnique();
    }
}
