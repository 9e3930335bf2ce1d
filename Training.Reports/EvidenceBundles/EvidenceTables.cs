using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Reports.Reporting;

namespace Training.Reports.EvidenceBundles;

/// <summary>The flat files of a bundle: the minutes that grants pay, and what an inspector asks of persons.</summary>
public sealed class EvidenceTables(TrainingDbContext db, OfficeClock clock)
{
    private static readonly ReportColumn[] AllocationColumns =
    [
        new("Grant", CellKind.Text), new("SessionCode", CellKind.Text), new("Date", CellKind.Date), new("Hours", CellKind.Text), new("Person", CellKind.Text), new("CostBasis", CellKind.Text),
        new("Minutes", CellKind.Count), new("LineKind", CellKind.Text), new("Claim", CellKind.Text), new("Reason", CellKind.Text), new("RecordedAt", CellKind.Text),
    ];

    private static readonly ReportColumn[] PersonColumns =
    [
        new("Person", CellKind.Text), new("Date", CellKind.Date), new("HalfDay", CellKind.Text), new("SessionCode", CellKind.Text), new("Hours", CellKind.Text),
        new("ScheduledMinutes", CellKind.Count), new("AttendedMinutes", CellKind.Count), new("Organisation", CellKind.Text), new("Function", CellKind.Text), new("Level", CellKind.Count),
        new("FundingStatus", CellKind.Text), new("Fte", CellKind.Number), new("PostReference", CellKind.Text), new("EmployedFrom", CellKind.Date), new("EmployedTo", CellKind.Date),
        new("EnrolmentStatus", CellKind.Text), new("RequestedAt", CellKind.Text), new("RequestedBy", CellKind.Text), new("ApprovedAt", CellKind.Text), new("ApprovedBy", CellKind.Text),
    ];

    public async Task<ReportTable> AllocationsAsync(EvidenceScope scope, IReadOnlyList<SessionId> sessions, DateTimeOffset cutOff, CancellationToken ct)
    {
        var lines = await (
            from line in db.AllocationLines.AsNoTracking()
            join slot in db.TeachingSlots on line.SlotId equals slot.Id
            join session in db.Sessions on slot.SessionId equals session.Id
            join grant in db.Grants on line.GrantId equals grant.Id
            join enrolment in db.Enrolments on line.EnrolmentId equals enrolment.Id
            join person in db.People on enrolment.PersonId equals person.Id
            where line.RecordedAt <= cutOff && sessions.Contains(session.Id) && slot.Date >= scope.From && slot.Date <= scope.To && (scope.Grant == null || grant.Code == scope.Grant)
            orderby slot.Date, slot.Start, session.Code, person.LastName, person.FirstName, line.RecordedAt, line.Id
            select new
            {
                Line = line,
                Grant = grant.Code,
                Session = session.Code,
                Slot = slot,
                PersonId = person.Id,
                Person = person.LastName + ", " + person.FirstName,
                Claim = db.GrantClaimLines.Where(l => l.AllocationLineId == line.Id).Join(db.GrantClaims.Where(c => c.RecordedAt <= cutOff), l => l.ClaimId, c => c.Id, (_, c) => (int?)c.Number).FirstOrDefault(),
            }).ToListAsync(ct);
        return new ReportTable(
            AllocationColumns,
            [.. lines.Where(one => scope.Has(one.PersonId.Value)).Select(one => new ReportRow(one.Line.Id.Value.ToString(), Group: null,
            [
                one.Grant, one.Session, one.Slot.Date, one.Slot.Hours.ToString(), new PersonName(one.Person), new Word($"Evidence_Basis_{one.Line.Basis}"), one.Line.Minutes,
                new Word($"Evidence_Line_{one.Line.Kind}"), one.Claim, one.Line.Reason, Moment(one.Line.RecordedAt),
            ]))],
            Total: null);
    }

    /// <summary>For each slot of each person: what was attended, for which employer and post on that day, who asked for the seat and who approved it.</summary>
    public async Task<ReportTable> PersonsAsync(EvidenceScope scope, DateTimeOffset cutOff, CancellationToken ct)
    {
        var people = scope.PersonIds;
        var seats = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People on enrolment.PersonId equals person.Id
            join session in db.Sessions on enrolment.SessionId equals session.Id
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            where people.Contains(person.Id) && enrolment.RequestedAt <= cutOff
            select new { Enrolment = enrolment, Person = person.LastName + ", " + person.FirstName, Session = session.Code, Organisation = organisation.Name }).ToListAsync(ct);
        var (enrolments, sessions) = (seats.ConvertAll(seat => seat.Enrolment.Id), seats.Select(seat => seat.Enrolment.SessionId).Distinct().ToList());
        var steps = (await db.Set<EnrolmentTransition>().AsNoTracking().Where(step => enrolments.Contains(step.EnrolmentId) && step.RecordedAt <= cutOff).ToListAsync(ct))
            .OrderBy(step => step.RecordedAt).ThenBy(step => step.Number).ToLookup(step => step.EnrolmentId);
        var slots = (await db.TeachingSlots.AsNoTracking().Where(slot => sessions.Contains(slot.SessionId) && slot.Date >= scope.From && slot.Date <= scope.To).ToListAsync(ct)).ToLookup(slot => slot.SessionId);
        var marks = await db.MarksHeldAt(cutOff).AsNoTracking().Where(mark => enrolments.Contains(mark.EnrolmentId))
            .ToDictionaryAsync(mark => (mark.EnrolmentId, mark.SlotId), mark => mark.AttendedMinutes, ct);
        var employments = await db.Employments.AsNoTracking().Where(e => people.Contains(e.PersonId)).ToListAsync(ct);
        var functions = await db.StaffFunctions.AsNoTracking().ToDictionaryAsync(f => f.Code, f => f.Label, ct);

        return new ReportTable(
            PersonColumns,
            [
                .. from seat in seats
                   from slot in slots[seat.Enrolment.SessionId]
                   orderby seat.Person, slot.Date, slot.Start
                   let work = employments.FirstOrDefault(e => e.PersonId == seat.Enrolment.PersonId && e.OrganisationId == seat.Enrolment.OrganisationId && e.CoversDay(slot.Date))
                   let taken = steps[seat.Enrolment.Id].ToList()
                   let approved = taken.LastOrDefault(step => step.From == EnrolmentStatus.EmployerPending && step.To is EnrolmentStatus.Confirmed or EnrolmentStatus.Waitlisted)
                   select new ReportRow($"{seat.Enrolment.Id.Value}:{slot.Id.Value}", Group: null,
                   [
                       new PersonName(seat.Person), slot.Date, new Word($"Report_Part_{slot.Part}"), seat.Session, slot.Hours.ToString(), slot.Minutes,
                       marks.TryGetValue((seat.Enrolment.Id, slot.Id), out var attended) ? attended : null, seat.Organisation,
                       work is null ? null : functions.GetValueOrDefault(work.FunctionCode, new(work.FunctionCode, work.FunctionCode)), work?.RequiredLevel,
                       work is null ? null : new Word($"StaffTime_Funding_{work.FundingStatus}"), work?.FteFraction, work?.PostReference, work?.Start, work?.End,
                       taken.LastOrDefault() is { } last ? new Word($"Evidence_Status_{last.To}") : null, Moment(seat.Enrolment.RequestedAt), seat.Enrolment.RequestedBy,
                       approved is null ? null : Moment(approved.RecordedAt), approved?.By,
                   ]),
            ],
            Total: null);
    }

    private string Moment(DateTimeOffset at) => clock.AtOffice(at).ToString("yyyy-MM-dd HH:mm:ss zzz", System.Globalization.CultureInfo.InvariantCulture);
}
