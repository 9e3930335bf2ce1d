using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Domain.Persistence;
using Xunit;

namespace Training.Tests.Jobs.AcceleratedYear;

/// <summary>What came into being in the year, a line each as the expected calendar has it: when and by whom, what, for whom.</summary>
internal static class YearEvents
{
    /// <summary>Jobs that write none of it: what their runs did or found counts instead.</summary>
    private static readonly string[] Quiet =
        ["sign-in-sheets", "retention-purge", "national-number-sweep", "parameter-gap-check", "school-calendar-check"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task<List<string>> OfAsync(SchoolYear year) => year.App.ReadAsync(async db =>
    {
        var people = await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Email is { } email ? Short(email) : p.FullName, Ct);
        return (List<string>)[
            .. await MailsAsync(db, year, people), .. await CertificatesAsync(db, year, people), .. await ChargesAsync(db, year, people),
            .. await LedgerAsync(db, year, people), .. await WarningsAsync(db, year), .. await RunsAsync(db, year)];
    });

    private static string Short(string email) => email.Replace(".example.org", "", StringComparison.Ordinal);

    private static async Task<IEnumerable<string>> MailsAsync(TrainingDbContext db, SchoolYear year, Dictionary<PersonId, string> people) =>
        (await db.OutboxMessages.AsNoTracking().Where(m => m.RecordedAt >= year.Begin).ToListAsync(Ct)).Select(m => m.RecipientId is { } person
            ? $"{year.At(m.RecordedAt)} | mail {m.Kind} {EnrolmentFacts.Read(m.Facts).Session} | {people[person]}"
            : $"{year.At(m.RecordedAt)} | mail {m.Kind} {AddresseeFacts.Read(m.Facts).About?.Session} | {Short(m.Address!)}");

    private static async Task<IEnumerable<string>> CertificatesAsync(TrainingDbContext db, SchoolYear year, Dictionary<PersonId, string> people) => (await (
        from certificate in db.Certificates.AsNoTracking()
        join enrolment in db.Enrolments on certificate.EnrolmentId equals enrolment.Id
        where certificate.IssuedAt >= year.Begin
        select new { certificate, enrolment.PersonId }).ToListAsync(Ct)).Select(one =>
        {
            var (certificate, content) = (one.certificate, one.certificate.Content);
            return $"{year.At(certificate.IssuedAt)} | certificate {certificate.Kind} {content.SessionCode} {certificate.Language} {content.AttendedMinutes}/{content.ScheduledMinutes} | {people[one.PersonId]}";
        });

    private static async Task<IEnumerable<string>> ChargesAsync(TrainingDbContext db, SchoolYear year, Dictionary<PersonId, string> people) => (await (
        from charge in db.ChargeLines.AsNoTracking()
        join enrolment in db.Enrolments on charge.EnrolmentId equals enrolment.Id
        join session in db.Sessions on enrolment.SessionId equals session.Id
        where charge.RecordedAt >= year.Begin
        select new { charge, session.Code, enrolment.PersonId }).ToListAsync(Ct))
        .Select(one => FormattableString.Invariant($"{year.At(one.charge.RecordedAt)} | charge {one.charge.Kind} {one.Code} {one.charge.AmountEur:0} | {people[one.PersonId]}"));

    private static async Task<IEnumerable<string>> LedgerAsync(TrainingDbContext db, SchoolYear year, Dictionary<PersonId, string> people) => (await (
        from entry in db.LedgerEntries.AsNoTracking()
        join account in db.TimeReleaseAccounts on entry.AccountId equals account.Id
        where entry.RecordedAt >= year.Begin
        select new { entry, account.Scheme, account.Year, account.PersonId }).ToListAsync(Ct))
        .Select(one => $"{year.At(one.entry.RecordedAt)} | ledger {one.entry.Kind} {one.entry.Minutes} {one.Scheme} {one.Year} | {people[one.PersonId]}");

    private static async Task<IEnumerable<string>> WarningsAsync(TrainingDbContext db, SchoolYear year) =>
        (await db.CapacityWarnings.AsNoTracking().Join(db.Sessions, w => w.SessionId, s => s.Id, (w, s) => new { w.RecordedAt, s.Code }).ToListAsync(Ct))
        .Select(warning => $"{year.At(warning.RecordedAt)} | lacks people {warning.Code} | ");

    private static async Task<IEnumerable<string>> RunsAsync(TrainingDbContext db, SchoolYear year) => (await db.JobRuns.AsNoTracking()
        .Where(run => run.Due >= year.Begin && Quiet.Contains(run.Job) && (run.Done > 0 || run.Notes != null)).ToListAsync(Ct))
        .SelectMany(run => (run.Notes ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(note => $"finds {WithoutId(note)}")
            .Concat(run.Done > 0 ? [$"does {run.Done}"] : []).Select(what => $"{year.At(run.Due!.Value, run.Job)} | {what} | "));

    private static string WithoutId(string note) => note.Split(' ') is [var place, var id] && Guid.TryParse(id, out _) ? place : note;
}
