using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Certificates;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.GecoStatements;
using Training.Reports.Words;
using Training.Web.Hosting;

namespace Training.Web.Features.Cockpit;

/// <summary>An employer's year as one file: R1a of every month that has begun, R1b, and the certificates of its staff as they were kept.</summary>
public sealed class YearFile(TrainingDbContext db, OfficeClock clock, SchoolOptions school, PostMonthQuery months, WorkerCourseQuery courses)
{
    public async Task<(string Employer, byte[] Content)> WriteAsync(string? organisation, int year, Reader reader, string author, string language, CancellationToken ct)
    {
        var employer = await CockpitPage.EmployerAsync(db, reader, organisation, ct);
        var words = Wording.In(language);
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var month = new DateOnly(year, 1, 1); month.Year == year && month <= clock.Today; month = month.AddMonths(1))
            {
                var statement = await months.HandleAsync(new(employer.Code, month, reader, author), ct);
                Add(zip, $"R1a/R1a-{month:yyyy-MM}.pdf", StatementPdf.Write(statement, words, school.NameIn(language)));
                Add(zip, $"R1a/R1a-{month:yyyy-MM}.xlsx", StatementExcel.Write(statement, words));
            }

            var skills = await courses.HandleAsync(new(employer.Code, year, reader, author), ct);
            Add(zip, $"R1b-{year}.pdf", StatementPdf.Write(skills, words, school.NameIn(language)));
            Add(zip, $"R1b-{year}.xlsx", StatementExcel.Write(skills, words));
            var papers = await (
                from certificate in db.Certificates.AsNoTracking()
                join enrolment in db.Enrolments on certificate.EnrolmentId equals enrolment.Id
                join paper in db.CertificatePapers on certificate.Id equals paper.CertificateId
                where enrolment.OrganisationId == employer.Id && certificate.Year == year && certificate.RevokedAt == null && paper.Kind == PaperKind.Original
                orderby certificate.Number
                select new { certificate.Number, paper.Content }).ToListAsync(ct);
            foreach (var paper in papers)
                Add(zip, $"certificates/{paper.Number}.pdf", paper.Content);
        }

        return (employer.Code, stream.ToArray());
    }

    private void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = clock.AtOffice(clock.Now);
        using var target = entry.Open();
        target.Write(content);
    }
}
