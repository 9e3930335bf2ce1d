using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Training.Domain.Accounts;
using Training.Domain.Approvals;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Devices;
using Training.Domain.Attendance.Exams;
using Training.Domain.Attendance.Justifications;
using Training.Domain.Attendance.Seals;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Attendance.Watch;
using Training.Domain.Certificates;
using Training.Domain.ChangeRecords;
using Training.Domain.Courses;
using Training.Domain.Courses.Search;
using Training.Domain.Enrolments;
using Training.Domain.Evidence;
using Training.Domain.Funding;
using Training.Domain.Inbox;
using Training.Domain.Keys;
using Training.Domain.Merges;
using Training.Domain.Messages;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.ReportRuns;
using Training.Domain.ReportSubscriptions;
using Training.Domain.Retention;
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

    public DbSet<CourseSearchEntry> CourseSearchEntries => Set<CourseSearchEntry>();

    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    public DbSet<CourseHit> CourseHits => Set<CourseHit>();

    public DbSet<SearchMiss> SearchMisses => Set<SearchMiss>();

    public DbSet<InterestEntry> InterestEntries => Set<InterestEntry>();

    public DbSet<Funder> Funders => Set<Funder>();

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<AllocationLine> AllocationLines => Set<AllocationLine>();

    public DbSet<AllocationReview> AllocationReviews => Set<AllocationReview>();

    public DbSet<AllocationDecision> AllocationDecisions => Set<AllocationDecision>();

    public DbSet<GrantClaim> GrantClaims => Set<GrantClaim>();

    public DbSet<GrantClaimLine> GrantClaimLines => Set<GrantClaimLine>();

    public DbSet<DestructionList> DestructionLists => Set<DestructionList>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<ReportRun> ReportRuns => Set<ReportRun>();

    public DbSet<ReportRunTraits> ReportRunTraits => Set<ReportRunTraits>();

    public DbSet<EvidenceExport> EvidenceExports => Set<EvidenceExport>();

    public DbSet<EvidenceExportFile> EvidenceExportFiles => Set<EvidenceExportFile>();

    public DbSet<ReportSubscription> ReportSubscriptions => Set<ReportSubscription>();

    public DbSet<Municipality> Municipalities => Set<Municipality>();

    public DbSet<Sector> Sectors => Set<Sector>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Employment> Employments => Set<Employment>();

    public DbSet<GecoPost> GecoPosts => Set<GecoPost>();

    public DbSet<EstablishmentUnit> EstablishmentUnits => Set<EstablishmentUnit>();

    public DbSet<FileReading> FileReadings => Set<FileReading>();

    public DbSet<PersonRequest> PersonRequests => Set<PersonRequest>();

    public DbSet<Merge> Merges => Set<Merge>();

    public DbSet<DistinctPair> DistinctPairs => Set<DistinctPair>();

    public DbSet<StaffImport> StaffImports => Set<StaffImport>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<SignInIdentity> SignInIdentities => Set<SignInIdentity>();

    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<AccessRequest> AccessRequests => Set<AccessRequest>();

    public DbSet<StaffFunction> StaffFunctions => Set<StaffFunction>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<TeachingSlot> TeachingSlots => Set<TeachingSlot>();

    public DbSet<SessionTrainer> SessionTrainers => Set<SessionTrainer>();

    public DbSet<SessionTransition> SessionTransitions => Set<SessionTransition>();

    public DbSet<SeatReservation> SeatReservations => Set<SeatReservation>();

    public DbSet<CapacityWarning> CapacityWarnings => Set<CapacityWarning>();

    public DbSet<Venue> Venues => Set<Venue>();

    public DbSet<Room> Rooms => Set<Room>();

    public DbSet<Equipment> Equipment => Set<Equipment>();

    public DbSet<Trainer> Trainers => Set<Trainer>();

    public DbSet<TrainerAbsence> TrainerAbsences => Set<TrainerAbsence>();

    public DbSet<AcceptedClash> AcceptedClashes => Set<AcceptedClash>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<EnrolmentTransition> EnrolmentTransitions => Set<EnrolmentTransition>();

    public DbSet<ChargeLine> ChargeLines => Set<ChargeLine>();

    public DbSet<ChargeBilling> ChargeBillings => Set<ChargeBilling>();

    public DbSet<EligibilityException> EligibilityExceptions => Set<EligibilityException>();

    public DbSet<EmployerSettings> EmployerSettings => Set<EmployerSettings>();

    public DbSet<ApprovalAsk> ApprovalAsks => Set<ApprovalAsk>();

    public DbSet<InboxClaim> InboxClaims => Set<InboxClaim>();

    public DbSet<UnknownEmployer> UnknownEmployers => Set<UnknownEmployer>();

    public DbSet<SchemeAdoption> SchemeAdoptions => Set<SchemeAdoption>();

    public DbSet<TimeReleaseAccount> TimeReleaseAccounts => Set<TimeReleaseAccount>();

    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    public DbSet<YearMark> YearMarks => Set<YearMark>();

    public DbSet<HalfDayRegister> Registers => Set<HalfDayRegister>();

    public DbSet<AttendanceMark> AttendanceMarks => Set<AttendanceMark>();

    public DbSet<AbsenceRuling> AbsenceRulings => Set<AbsenceRuling>();

    public DbSet<SentMark> SentMarks => Set<SentMark>();

    public DbSet<UnlistedPerson> UnlistedPersons => Set<UnlistedPerson>();

    public DbSet<ExamMark> ExamMarks => Set<ExamMark>();

    public DbSet<SheetScan> SheetScans => Set<SheetScan>();

    public DbSet<ScreenSignature> ScreenSignatures => Set<ScreenSignature>();

    public DbSet<PreparedSheet> PreparedSheets => Set<PreparedSheet>();

    public DbSet<SignatureCheck> SignatureChecks => Set<SignatureCheck>();

    public DbSet<RegisterSeal> RegisterSeals => Set<RegisterSeal>();

    public DbSet<JustificationRequest> JustificationRequests => Set<JustificationRequest>();

    public DbSet<JustificationDocument> JustificationDocuments => Set<JustificationDocument>();

    public DbSet<MarkContest> MarkContests => Set<MarkContest>();

    public DbSet<AttendanceWarning> AttendanceWarnings => Set<AttendanceWarning>();

    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<CertificatePaper> CertificatePapers => Set<CertificatePaper>();

    public DbSet<CertificateCounter> CertificateCounters => Set<CertificateCounter>();

    public DbSet<Parameter> Parameters => Set<Parameter>();

    public DbSet<ClosingDay> ClosingDays => Set<ClosingDay>();

    public DbSet<MessagePreference> MessagePreferences => Set<MessagePreference>();

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    public DbSet<WorkItem> WorkItems => Set<WorkItem>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<JobPause> JobPauses => Set<JobPause>();

    public DbSet<ChangeRecord> ChangeRecords => Set<ChangeRecord>();

    public DbSet<PersonalValue> PersonalValues => Set<PersonalValue>();

    public DbSet<DailySeal> DailySeals => Set<DailySeal>();

    /// <summary>While it lasts, nothing is committed.</summary>
    internal Rehearsal? Rehearsal { get; set; }

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
        catch (DbUpdateException collision) when (collision.IsCollision(entry =>
            entry.Entity is ChangeRecord || (entry.Entity is TimeReleaseAccount && entry.State == EntityState.Added)))
        {
            // Both changes would be the next in the same chain of records, or open the same account.
            return false;
        }
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.AddInterceptors(RehearsedBeginning.Instance).ReplaceService<IRelationalTransactionFactory, RehearsedTransactionFactory>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.ConvertIds();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<EnterpriseNumber>().HaveConversion<EnterpriseNumberConverter>().HaveMaxLength(EnterpriseNumber.Length);
        configurationBuilder.Properties<EstablishmentUnitNumber>().HaveConversion<EstablishmentUnitNumberConverter>().HaveMaxLength(EstablishmentUnitNumber.Length);
        configurationBuilder.Properties<IReadOnlyList<TimeInterval>>()
            .HaveConversion<IntervalsConverter, IntervalsComparer>().HaveMaxLength(500);
        configurationBuilder.Properties<IReadOnlyList<ParameterId>>()
            .HaveConversion<ParameterIdsConverter, ParameterIdsComparer>().HaveMaxLength(500);
        configurationBuilder.Properties<IReadOnlyList<AttendancePolicyKind>>()
            .HaveConversion<PolicyKindsConverter, PolicyKindsComparer>().HaveMaxLength(200);
        configurationBuilder.Properties<decimal>().HavePrecision(12, 4);

        if (this.IsEmbedded())
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMomentConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TrainingDbContext).Assembly);
}
