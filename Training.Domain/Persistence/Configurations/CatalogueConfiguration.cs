using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.ChangeRecords;
using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Domain.Organisations;

namespace Training.Domain.Persistence.Configurations;

internal sealed class CourseConfiguration : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> course)
    {
        course.Property(c => c.Id).ValueGeneratedNever();
        course.Property(c => c.Code).HasMaxLength(Course.CodeMaxLength);
        course.HasIndex(c => c.Code).IsUnique();
        course.Ignore(c => c.Published).Ignore(c => c.Latest);
        course.HasMany(c => c.Versions).WithOne().HasForeignKey(v => v.CourseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CourseVersionConfiguration : IEntityTypeConfiguration<CourseVersion>
{
    public void Configure(EntityTypeBuilder<CourseVersion> version)
    {
        version.ToTable("course_versions", table => table.HasCheckConstraint("ck_course_versions_minutes", "scheduled_minutes > 0"));
        version.Property(v => v.Id).ValueGeneratedNever();
        version.HasIndex(v => new { v.CourseId, v.Number }).IsUnique();
        version.LocalizedText(v => v.Title, CourseVersion.TitleMaxLength);
        version.LocalizedText(v => v.Summary, CourseVersion.SummaryMaxLength);
        version.LocalizedText(v => v.Objectives, CourseVersion.SummaryMaxLength);
        version.LocalizedText(v => v.Prerequisites, CourseVersion.SummaryMaxLength);
        version.Property(v => v.TranslationConfirmedBy).HasMaxLength(ChangeRecord.ByMaxLength);
        version.Ignore(v => v.ThemeCodes).Ignore(v => v.Terms);
        version.HasOne<Organisation>().WithMany().HasForeignKey(v => v.ProviderId).OnDelete(DeleteBehavior.Restrict);
        version.HasMany(v => v.TargetGroups).WithOne().HasForeignKey(t => t.CourseVersionId).OnDelete(DeleteBehavior.Cascade);
        version.HasOne<Funder>().WithMany().HasForeignKey(v => v.FunderCode).OnDelete(DeleteBehavior.Restrict);
        version.HasMany(v => v.Themes).WithOne().HasForeignKey(t => t.CourseVersionId).OnDelete(DeleteBehavior.Cascade);
        version.HasMany(v => v.Subjects).WithOne().HasForeignKey(s => s.CourseVersionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CourseVersionThemeConfiguration : IEntityTypeConfiguration<CourseVersionTheme>
{
    public void Configure(EntityTypeBuilder<CourseVersionTheme> theme)
    {
        theme.ToTable("course_version_themes").HasKey(t => new { t.CourseVersionId, t.ThemeCode });
        theme.HasOne<Theme>().WithMany().HasForeignKey(t => t.ThemeCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TargetGroupConfiguration : IEntityTypeConfiguration<TargetGroup>
{
    public void Configure(EntityTypeBuilder<TargetGroup> group)
    {
        group.ToTable("course_target_groups").HasKey(g => new { g.CourseVersionId, g.Kind, g.Code });
        group.Property(g => g.Code).HasMaxLength(40);
    }
}

internal sealed class CourseSubjectConfiguration : IEntityTypeConfiguration<CourseSubject>
{
    public void Configure(EntityTypeBuilder<CourseSubject> subject)
    {
        subject.ToTable("course_subjects");
        subject.Property(s => s.Id).ValueGeneratedNever();
        subject.Property(s => s.Code).HasMaxLength(CourseSubject.CodeMaxLength);
        subject.HasIndex(s => new { s.CourseVersionId, s.Code }).IsUnique();
        subject.LocalizedText(s => s.Title, CourseVersion.TitleMaxLength);
    }
}

internal sealed class ThemeConfiguration : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> theme)
    {
        theme.HasKey(t => t.Code);
        theme.Property(t => t.Code).HasMaxLength(Theme.CodeMaxLength);
        theme.LocalizedText(t => t.Label, 200);
    }
}

internal sealed class FunderConfiguration : IEntityTypeConfiguration<Funder>
{
    public void Configure(EntityTypeBuilder<Funder> funder)
    {
        funder.HasKey(f => f.Code);
        funder.Property(f => f.Code).HasMaxLength(Funder.CodeMaxLength);
        funder.LocalizedText(f => f.Name, Funder.NameMaxLength);
    }
}
