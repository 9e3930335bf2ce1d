using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.ChangeRecords;
using Training.Domain.Courses;
using Training.Domain.Organisations;
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
        room.HasOne<Venue>().WithMany().HasForeignKey(r => r.VenueId).OnDelete(DeleteBehavior.Restrict);
        room.HasMany(r => r.Equipment).WithOne().HasForeignKey(e => e.RoomId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RoomEquipmentConfiguration : IEntityTypeConfiguration<RoomEquipment>
{
    public void Configure(EntityTypeBuilder<RoomEquipment> item)
    {
        item.ToTable("room_equipment").HasKey(i => new { i.RoomId, i.EquipmentCode });
        item.HasOne<Equipment>().WithMany().HasForeignKey(i => i.EquipmentCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EquipmentConfiguration : IEntityTypeConfiguration<Equipment>
{
    public void Configure(EntityTypeBuilder<Equipment> equipment)
    {
        equipment.ToTable("equipment").HasKey(e => e.Code);
        equipment.Property(e => e.Code).HasMaxLength(Equipment.CodeMaxLength);
        equipment.LocalizedText(e => e.Label, 200);
    }
}

internal sealed class VenueConfiguration : IEntityTypeConfiguration<Venue>
{
    public void Configure(EntityTypeBuilder<Venue> venue)
    {
        venue.Property(v => v.Id).ValueGeneratedNever();
        venue.LocalizedText(v => v.Name, Venue.NameMaxLength);
        venue.LocalizedText(v => v.Address, Venue.NameMaxLength);
        venue.HasOne<Municipality>().WithMany().HasForeignKey(v => v.Nis).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        // The last word on "no seat twice": whoever asks at the same instant, the count never passes the capacity.
        session.ToTable("sessions", table => table.HasCheckConstraint("ck_sessions_seats", "seats_taken between 0 and capacity_max"));
        session.Property(s => s.Version).IsConcurrencyToken();
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.Code).HasMaxLength(Session.CodeMaxLength);
        session.HasIndex(s => s.Code).IsUnique();
        session.HasIndex(s => s.FirstDay);
        session.HasIndex(s => new { s.CourseVersionId, s.FirstDay });
        session.HasIndex(s => s.RoomId);
        session.Ignore(s => s.ScheduledMinutes).Ignore(s => s.SeatsLeft).Ignore(s => s.CanBePlanned);
        session.HasOne<CourseVersion>().WithMany().HasForeignKey(s => s.CourseVersionId).OnDelete(DeleteBehavior.Restrict);
        session.HasOne<Room>().WithMany().HasForeignKey(s => s.RoomId).OnDelete(DeleteBehavior.Restrict);
        session.HasMany(s => s.Slots).WithOne().HasForeignKey(slot => slot.SessionId).OnDelete(DeleteBehavior.Restrict);
        session.HasMany(s => s.Transitions).WithOne().HasForeignKey(t => t.SessionId).OnDelete(DeleteBehavior.Restrict);
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

internal sealed class SessionTransitionConfiguration : IEntityTypeConfiguration<SessionTransition>
{
    public void Configure(EntityTypeBuilder<SessionTransition> transition)
    {
        transition.ToTable("session_transitions");
        transition.Property(t => t.Id).ValueGeneratedNever();
        transition.Property(t => t.From).HasColumnName("from_status");
        transition.Property(t => t.To).HasColumnName("to_status");
        transition.Property(t => t.By).HasColumnName("recorded_by").HasMaxLength(ChangeRecord.ByMaxLength);
        transition.Property(t => t.Reason).HasMaxLength(SessionTransition.ReasonMaxLength);
    }
}

internal sealed class SeatReservationConfiguration : IEntityTypeConfiguration<SeatReservation>
{
    public void Configure(EntityTypeBuilder<SeatReservation> kept)
    {
        kept.ToTable("seat_reservations", table => table.HasCheckConstraint("ck_seat_reservations_seats", "seats > 0"));
        kept.Property(k => k.Id).ValueGeneratedNever();
        kept.HasIndex(k => k.SessionId);
        kept.HasOne<Session>().WithMany().HasForeignKey(k => k.SessionId).OnDelete(DeleteBehavior.Restrict);
        kept.HasOne<Organisation>().WithMany().HasForeignKey(k => k.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        kept.HasOne<Sector>().WithMany().HasForeignKey(k => k.SectorCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CapacityWarningConfiguration : IEntityTypeConfiguration<CapacityWarning>
{
    public void Configure(EntityTypeBuilder<CapacityWarning> warning)
    {
        warning.ToTable("capacity_warnings");
        warning.Property(w => w.Id).ValueGeneratedNever();
        warning.HasIndex(w => w.SessionId).IsUnique();
        warning.HasOne<Session>().WithMany().HasForeignKey(w => w.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TrainerConfiguration : IEntityTypeConfiguration<Trainer>
{
    public void Configure(EntityTypeBuilder<Trainer> trainer)
    {
        trainer.ToTable("trainers").HasKey(t => t.PersonId);
        trainer.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TrainerAbsenceConfiguration : IEntityTypeConfiguration<TrainerAbsence>
{
    public void Configure(EntityTypeBuilder<TrainerAbsence> absence)
    {
        absence.ToTable("trainer_absences");
        absence.Property(a => a.Id).ValueGeneratedNever();
        absence.Property(a => a.Start).HasColumnName("start_time");
        absence.Property(a => a.End).HasColumnName("end_time");
        absence.HasIndex(a => new { a.PersonId, a.LastDay });
        absence.HasOne<Trainer>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
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
        clash.Property(c => c.RecordedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        clash.HasIndex(c => new { c.SessionId, c.OtherSessionId, c.Kind, c.Date, c.Start });
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
