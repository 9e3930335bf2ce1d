using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Courses;

namespace Training.Domain.Persistence.Configurations;

internal static class LocalizedTexts
{
    /// <summary>One column a language: French and Dutch always, English where somebody wrote it.</summary>
    public static void LocalizedText<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, LocalizedText?>> property, int maxLength)
        where T : class =>
        entity.ComplexProperty(property, text =>
        {
            text.IsRequired();
            text.Property(t => t.Fr).HasMaxLength(maxLength);
            text.Property(t => t.Nl).HasMaxLength(maxLength);
            text.Property(t => t.En).HasMaxLength(maxLength);
        });
}
