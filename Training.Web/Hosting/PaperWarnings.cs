using Training.Reports.Pdf;

namespace Training.Web.Hosting;

/// <summary>Says in the log which documents show boxes in place of letters.</summary>
public sealed partial class PaperWarnings(ILogger<PaperWarnings> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        PdfDocument.Warned += Tell;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        PdfDocument.Warned -= Tell;
        return Task.CompletedTask;
    }

    private void Tell(ScriptWithoutTypeface warning) => ShowsBoxes(warning.Script);

    // The title of some documents bears a name, so the log has only the script.
    [LoggerMessage(LogLevel.Warning, "A document shows boxes in place of letters: no typeface has the script {Script}")]
    private partial void ShowsBoxes(string script);
}
