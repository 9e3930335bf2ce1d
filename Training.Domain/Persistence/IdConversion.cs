using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Training.Domain.Persistence;

internal static class IdConversion
{
    /// <summary>Stores every <see cref="IId{TSelf}"/> of this assembly as the Guid that it holds.</summary>
    public static void ConvertIds(this ModelConfigurationBuilder conventions)
    {
        var idTypes = typeof(IdConversion).Assembly.GetTypes().Where(type => type.IsValueType && type.GetInterfaces()
            .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)));

        foreach (var idType in idTypes)
            conventions.Properties(idType).HaveConversion(typeof(IdConverter<>).MakeGenericType(idType));
    }

    // An expression tree may not call a static abstract member, hence the detour through FromGuid.
    private sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => FromGuid(value))
        where TId : struct, IId<TId>
    {
        private static TId FromGuid(Guid value) => TId.From(value);
    }
}
