using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.ChangeRecords;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Funding;
using Training.Domain.Messages;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;
using Training.Domain.Work;

namespace Training.Domain.Persistence;

public sealed class TrainingDbContext(DbContextOptions<TrainingDbContext> options) : DbContext(options)
{
    public DbSet<Course> Courses => Set<Course>();

    public DbSet<CourseVersion> CourseVersions => Set<CourseVersion>();

    public DbSet<Theme> Themes => Set<Theme>();

    public DbSet<Funder> Funders => Set<Funder>();

    public DbSet<Municipality> Municipalities => Set<Municipality>();

    public DbSet<Sector> Sectors => Set<Sector>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Employment> Employments => Set<Employment>();

    public DbSet<StaffFunction> StaffFunctions => Set<StaffFunction>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<TeachingSlot> TeachingSlots => Set<TeachingSlot>();

    public DbSet<SessionTrainer> SessionTrainers => Set<SessionTrainer>();

    public DbSet<Room> Rooms => Set<Room>();

    public DbSet<AcceptedClash> AcceptedClashes => Set<AcceptedClash>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<EnrolmentTransition> EnrolmentTransitions => Set<EnrolmentTransition>();

    public DbSet<ChargeLine> ChargeLines => Set<ChargeLine>();

    public DbSet<SchemeAdoption> SchemeAdoptions => Set<SchemeAdoption>();

    public DbSet<TimeReleaseAccount> TimeReleaseAccounts => Set<TimeReleaseAccount>();

    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    public DbSet<HalfDayRegister> Registers => Set<HalfDayRegister>();

    public DbSet<AttendanceMark> AttendanceMarks => Set<AttendanceMark>();

    public DbSet<AbsenceRuling> AbsenceRulings => Set<AbsenceRuling>();

    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<CertificateCounter> CertificateCounters => Set<CertificateCounter>();

    public DbSet<Parameter> Parameters => Set<Parameter>();

    public DbSet<ClosingDay> ClosingDays => Set<ClosingDay>();

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<ChangeRecord> ChangeRecords => Set<ChangeRecord>();

    public DbSet<PersonalValue> PersonalValues => Set<PersonalValue>();

    public DbSet<DailySeal> DailySeals => Set<DailySeal>();

    /// <summary>Every parameter row, ready to be asked by key and date.</summary>
    public async Task<ParameterBook> ParameterBookAsync(CancellationToken ct) => new(await Parameters.AsNoTracking().ToListAsync(ct));

    public async Task<WorkingDays> WorkingDaysAsync(CancellationToken ct) => new(await ClosingDays.Select(day => day.Date).ToListAsync(ct));

    /// <summary>Saves, unless somebody else changed the same things since they were read.</summary>
    public async Task<bool> TrySaveAsync(CancellationToken ct)
    {
        try
        {
            await SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException collision) when (collision.Entries.Any(entry => entry.Entity is ChangeRecord))
        {
            // Both changes would be the next in the same chain of records.
            return false;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.ConvertIds();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<EnterpriseNumber>().HaveConversion<EnterpriseNumberConverter>().HaveMaxLength(EnterpriseNumber.Length);
        configurationBuilder.Properties<IReadOnlyList<TimeInterval>>()
            .HaveConversion<IntervalsConverter, IntervalsComparer>().HaveMaxLength(500);
        configurationBuilder.Properties<decimal>().HavePrecision(12, 4);

        if (Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite")
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMomentConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TrainingDbContext).Assembly);
}
