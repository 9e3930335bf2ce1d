using Training.Domain.Merges;

namespace Training.Web.Features.Duplicates;

/// <summary>Two that may be one; the first would go up in the second.</summary>
public sealed class PairForm
{
    public MergedKind Kind { get; set; }

    public Guid From { get; set; }

    public Guid Into { get; set; }
}
