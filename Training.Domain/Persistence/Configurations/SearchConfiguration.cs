using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Courses;
using Training.Domain.Courses.Search;

namespace Training.Domain.Persistence.Configurations;

internal sealed class CourseSearchEntryConfiguration : IEntityTypeConfiguration<CourseSearchEntry>
{
    public void Configure(EntityTypeBuilder<CourseSearchEntry> entry)
    {
        entry.Property(e => e.Code).HasMaxLength(Course.CodeMaxLength);
        entry.HasIndex(e => e.CourseId).IsUnique();
        entry.HasOne<Course>().WithMany().HasForeignKey(e => e.CourseId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SearchWordConfiguration : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> word)
    {
        word.Property(w => w.Stem).HasMaxLength(SearchWord.StemMaxLength);
        word.HasIndex(w => w.Stem).IsUnique();
    }
}

internal sealed class CourseHitConfiguration : IEntityTypeConfiguration<CourseHit>
{
    public void Configure(EntityTypeBuilder<CourseHit> hit) => hit.HasNoKey().ToView(null);
}

internal sealed class SearchMissConfiguration : IEntityTypeConfiguration<SearchMiss>
{
    public void Configure(EntityTypeBuilder<SearchMiss> miss)
    {
        miss.HasKey(m => new { m.Words, m.Language, m.Date });
        miss.Property(m => m.Words).HasMaxLength(SearchMiss.WordsMaxLength);
        miss.Property(m => m.Language).HasMaxLength(2);
        miss.HasIndex(m => m.Date);
    }
}
