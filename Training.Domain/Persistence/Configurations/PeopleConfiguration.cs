using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.ChangeRecords;
using Training.Domain.Merges;
using Training.Domain.Organisations;
using Training.Domain.People;

namespace Training.Domain.Persistence.Configurations;

internal sealed class MunicipalityConfiguration : IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<Municipality> municipality)
    {
        municipality.HasKey(m => m.Nis);
        municipality.Property(m => m.Nis).HasMaxLength(Municipality.NisLength);
        municipality.Property(m => m.PostalCodes).HasMaxLength(100);
        municipality.LocalizedText(m => m.Name, 100);
    }
}

internal sealed class SectorConfiguration : IEntityTypeConfiguration<Sector>
{
    public void Configure(EntityTypeBuilder<Sector> sector)
    {
        sector.HasKey(s => s.Code);
        sector.Property(s => s.Code).HasMaxLength(Sector.CodeMaxLength);
        sector.LocalizedText(s => s.Label, 200);
    }
}

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.Property(o => o.Id).ValueGeneratedNever();
        organisation.Property(o => o.Code).HasMaxLength(Organisation.CodeMaxLength);
        organisation.HasIndex(o => o.Code).IsUnique();
        organisation.HasIndex(o => o.EnterpriseNumber).IsUnique();
        organisation.LocalizedText(o => o.Name, Organisation.NameMaxLength);
        organisation.Property(o => o.JointCommittee).HasMaxLength(Organisation.JointCommitteeMaxLength);
        organisation.Ignore(o => o.IsPublicService).Ignore(o => o.Facts);
        organisation.HasOne<Organisation>().WithMany().HasForeignKey(o => o.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        organisation.HasOne<Municipality>().WithMany().HasForeignKey(o => o.Nis).OnDelete(DeleteBehavior.Restrict);
        organisation.HasOne<Sector>().WithMany().HasForeignKey(o => o.SectorCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EstablishmentUnitConfiguration : IEntityTypeConfiguration<EstablishmentUnit>
{
    public void Configure(EntityTypeBuilder<EstablishmentUnit> unit)
    {
        unit.Property(u => u.Id).ValueGeneratedNever();
        unit.LocalizedText(u => u.Name, EstablishmentUnit.NameMaxLength);
        unit.HasIndex(u => u.Number).IsUnique();
        unit.HasOne<Organisation>().WithMany().HasForeignKey(u => u.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        unit.HasOne<Municipality>().WithMany().HasForeignKey(u => u.Nis).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GecoPostConfiguration : IEntityTypeConfiguration<GecoPost>
{
    public void Configure(EntityTypeBuilder<GecoPost> post)
    {
        post.ToTable("geco_posts", table =>
        {
            table.HasCheckConstraint("ck_geco_posts_fte", "cast(fte_fraction as numeric) > 0 and cast(fte_fraction as numeric) <= 1");
            table.HasCheckConstraint("ck_geco_posts_level", "required_level is null or required_level between 1 and 5");
        });
        post.Property(p => p.Id).ValueGeneratedNever();
        post.Property(p => p.Reference).HasMaxLength(GecoPost.ReferenceMaxLength);
        post.Property(p => p.AgreementReference).HasMaxLength(GecoPost.TextMaxLength);
        post.Property(p => p.PremiumType).HasMaxLength(GecoPost.TextMaxLength);
        post.Ignore(p => p.Facts);
        post.HasIndex(p => new { p.OrganisationId, p.Reference }).IsUnique();
        post.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FileReadingConfiguration : IEntityTypeConfiguration<FileReading>
{
    public void Configure(EntityTypeBuilder<FileReading> reading)
    {
        reading.Property(r => r.Id).ValueGeneratedNever();
        reading.Property(r => r.ReadBy).HasMaxLength(ChangeRecord.ByMaxLength);
        reading.HasIndex(r => new { r.PersonId, r.RecordedAt });
        reading.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PersonRequestConfiguration : IEntityTypeConfiguration<PersonRequest>
{
    public void Configure(EntityTypeBuilder<PersonRequest> request)
    {
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Text).HasMaxLength(PersonRequest.TextMaxLength);
        request.Property(r => r.Answer).HasMaxLength(PersonRequest.TextMaxLength);
        request.Property(r => r.AnsweredBy).HasMaxLength(ChangeRecord.ByMaxLength);
        request.Property(r => r.Version).IsConcurrencyToken();
        request.HasIndex(r => new { r.Status, r.AskedAt });
        request.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MergeConfiguration : IEntityTypeConfiguration<Merge>
{
    public void Configure(EntityTypeBuilder<Merge> merge)
    {
        merge.Property(m => m.Id).ValueGeneratedNever();
        merge.Property(m => m.MergedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        merge.Property(m => m.UndoneBy).HasMaxLength(ChangeRecord.ByMaxLength);
        merge.Property(m => m.Version).IsConcurrencyToken();
        merge.HasIndex(m => m.MergedAt);
    }
}

internal sealed class DistinctPairConfiguration : IEntityTypeConfiguration<DistinctPair>
{
    public void Configure(EntityTypeBuilder<DistinctPair> pair)
    {
        pair.HasKey(p => new { p.FirstId, p.SecondId });
        pair.Property(p => p.SaidBy).HasMaxLength(ChangeRecord.ByMaxLength);
    }
}

internal sealed class StaffImportConfiguration : IEntityTypeConfiguration<StaffImport>
{
    public void Configure(EntityTypeBuilder<StaffImport> import)
    {
        import.Property(i => i.Id).ValueGeneratedNever();
        import.Property(i => i.FileName).HasMaxLength(StaffImport.FileNameMaxLength);
        import.Property(i => i.SentBy).HasMaxLength(ChangeRecord.ByMaxLength);
        import.Property(i => i.Version).IsConcurrencyToken();
        import.HasIndex(i => new { i.OrganisationId, i.SentAt });
        import.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.Id).ValueGeneratedNever();
        person.Property(p => p.FirstName).HasMaxLength(Person.NameMaxLength);
        person.Property(p => p.LastName).HasMaxLength(Person.NameMaxLength);
        person.Property(p => p.Email).HasMaxLength(Person.EmailMaxLength);
        person.Property(p => p.Telephone).HasMaxLength(TelephoneNumber.MaxLength);
        person.HasIndex(p => p.Email);
        person.Ignore(p => p.FullName).Ignore(p => p.Facts);
        person.HasOne<Person>().WithMany().HasForeignKey(p => p.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StaffFunctionConfiguration : IEntityTypeConfiguration<StaffFunction>
{
    public void Configure(EntityTypeBuilder<StaffFunction> function)
    {
        function.HasKey(f => f.Code);
        function.Property(f => f.Code).HasMaxLength(StaffFunction.CodeMaxLength);
        function.LocalizedText(f => f.Label, 200);
    }
}

internal sealed class EmploymentConfiguration : IEntityTypeConfiguration<Employment>
{
    public void Configure(EntityTypeBuilder<Employment> employment)
    {
        employment.ToTable("employments", table =>
        {
            table.HasCheckConstraint("ck_employments_fte", "cast(fte_fraction as numeric) > 0 and cast(fte_fraction as numeric) <= 1");
            table.HasCheckConstraint("ck_employments_level", "required_level is null or required_level between 1 and 5");
        });
        employment.Property(e => e.Id).ValueGeneratedNever();
        employment.Property(e => e.PostReference).HasMaxLength(Employment.PostReferenceMaxLength);
        employment.Property(e => e.Remark).HasMaxLength(Employment.RemarkMaxLength);
        employment.Property(e => e.WorkEmail).HasMaxLength(Person.EmailMaxLength);
        employment.Ignore(e => e.Terms);
        employment.HasOne<EstablishmentUnit>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Restrict);
        employment.HasIndex(e => new { e.OrganisationId, e.PersonId, e.Start }).IsUnique();
        employment.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
        employment.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        employment.HasOne<StaffFunction>().WithMany().HasForeignKey(e => e.FunctionCode).OnDelete(DeleteBehavior.Restrict);
    }
}
