using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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
        organisation.Ignore(o => o.IsPublicService);
        organisation.HasOne<Municipality>().WithMany().HasForeignKey(o => o.Nis).OnDelete(DeleteBehavior.Restrict);
        organisation.HasOne<Sector>().WithMany().HasForeignKey(o => o.SectorCode).OnDelete(DeleteBehavior.Restrict);
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
        person.HasIndex(p => p.Email);
        person.Ignore(p => p.FullName);
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
        employment.Ignore(e => e.Terms);
        employment.HasIndex(e => new { e.OrganisationId, e.PersonId, e.Start }).IsUnique();
        employment.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
        employment.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        employment.HasOne<StaffFunction>().WithMany().HasForeignKey(e => e.FunctionCode).OnDelete(DeleteBehavior.Restrict);
    }
}
