using Microsoft.AspNetCore.Mvc.ModelBinding;
using Training.Domain.People;
using Training.Web.Features.Shared;

namespace Training.Web.Features.OwnFile;

/// <summary>The own file with what of it could be erased today, and what not until when.</summary>
public sealed record OwnFilePage(Training.Reports.OwnFiles.OwnFile File, IReadOnlyList<EvidenceLine> Erasure, AskForm Form);

/// <summary>What one asks about one's own file.</summary>
public sealed class AskForm
{
    public PersonRequestKind Kind { get; set; }

    public string? Text { get; set; }

    public void Check(ModelStateDictionary errors, Texts texts)
    {
        errors.Require(nameof(Text), Text, PersonRequest.TextMaxLength, texts);
        if (NationalNumberDetector.IsIn(Text))
            errors.AddModelError(nameof(Text), texts["NationalNumber_Why"]);
    }
}
