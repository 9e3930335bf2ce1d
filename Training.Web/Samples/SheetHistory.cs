using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Reports.SignInSheets;
using Training.Web.Hosting;

namespace Training.Web.Samples;

/// <summary>
/// The signed sheets of the sample school: the secretariat has looked at those of sealed half-days. Of the last of each session a scan was
/// sent; here somebody forgot to sign, there somebody signed who was not there, and one sheet nobody has looked at yet.
/// </summary>
internal sealed class SheetHistory(IServiceProvider services, HistoricTime time, HistoricActor actor)
{
    private const int ForgetsEvery = 11;

    public async Task WriteAsync(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        var registers = (await db.Registers.AsNoTracking().Where(r => r.Status == RegisterStatus.Sealed).ToListAsync(ct))
            .OrderBy(r => r.Date).ThenBy(r => r.Part).ThenBy(r => r.SheetCode, StringComparer.Ordinal).ToLookup(r => r.SessionId);
        var codes = await db.Sessions.AsNoTracking().OrderBy(s => s.Code).Select(s => new { s.Id, s.Code }).ToListAsync(ct);
        foreach (var (turn, session) in codes.Where(session => registers.Contains(session.Id)).Index())
        {
            var sealedOnes = registers[session.Id].ToList();
            time.MoveTo(sealedOnes[^1].SealedAt!.Value.AddHours(1));
            await KeepScanAsync(scope.ServiceProvider, sealedOnes[^1], ct);
            actor.Become("Secrétariat");
            await CheckAsync(scope.ServiceProvider, db, session.Id, turn == 0 ? sealedOnes.SkipLast(1) : sealedOnes, turn, ct);
        }
    }

    private async Task KeepScanAsync(IServiceProvider scope, HalfDayRegister register, CancellationToken ct)
    {
        actor.Become("Formateur");
        var sheet = await scope.GetRequiredService<SignInSheetQuery>().OfAsync(register.Id, Reader.WholeSchool, ct);
        var paper = SignInSheetPdf.Write([sheet], scope.GetRequiredService<SchoolOptions>().SheetOffice(), scope.GetRequiredService<OfficeClock>().Now);
        await scope.GetRequiredService<KeepSheetScan>().HandleAsync(new(register.SheetCode, paper, Reader.WholeSchool), ct);
    }

    private static async Task CheckAsync(IServiceProvider scope, TrainingDbContext db, SessionId session, IEnumerable<HalfDayRegister> registers, int turn, CancellationToken ct)
    {
        var attendance = await SessionAttendance.LoadAsync(db, session, ct);
        var seated = await db.Enrolments.AsNoTracking().Where(e => e.SessionId == session && e.HoldsSeat).OrderBy(e => e.RequestedAt).ThenBy(e => e.Id).Select(e => e.Id).ToListAsync(ct);
        foreach (var (half, register) in registers.Index())
        {
            var slots = attendance.SlotsOf(register.Date, register.Part);
            var lines = seated.Select((enrolment, index) =>
            {
                var isOdd = index == 0 && (turn + half) % ForgetsEvery == ForgetsEvery - 1;
                var wasThere = attendance.MinutesOf(enrolment, slots).Attended > 0;
                return new CheckSignatures.Line(enrolment, wasThere != isOdd ? SignatureFinding.OnSheet : SignatureFinding.Missing);
            });
            await scope.GetRequiredService<CheckSignatures>().HandleAsync(new(register.Id, [new(null, SignatureFinding.OnSheet), .. lines]), ct);
            db.ChangeTracker.Clear();
        }
    }
}
