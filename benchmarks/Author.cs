using Training.Domain;

namespace Training.Benchmarks;

/// <summary>Who writes what a benchmark writes.</summary>
internal sealed class Author : ICurrentActor
{
    public Actor Actor { get; } = new("benchmark", "benchmark");
}
