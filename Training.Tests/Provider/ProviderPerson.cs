using System.Security.Cryptography;
using System.Text;

namespace Training.Provider;

/// <summary>Somebody whom the provider vouches for. Whoever types a name is that person: nothing here is secret.</summary>
public sealed record ProviderPerson(string UserName)
{
    public string Email => $"{UserName}@example.org";

    public string Name => UserName;

    /// <summary>The same for the same name, whenever the provider starts.</summary>
    public Guid ObjectId => new(SHA256.HashData(Encoding.UTF8.GetBytes(UserName)).AsSpan(0, 16));

    /// <summary>What the application at hand gets as <c>sub</c>.</summary>
    public string Subject => $"sub-{UserName}";
}
