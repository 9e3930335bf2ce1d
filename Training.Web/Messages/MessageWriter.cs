using System.Globalization;
using MimeKit;
using MimeKit.Text;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Reports.Words;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Messages;

/// <summary>Turns the facts of messages into a letter in the reader's language: as text, as a page, and with what belongs in a calendar.</summary>
public sealed class MessageWriter(Texts texts, SchoolOptions school, ApprovalLinks links, InvitationLinks invitations, StopLinks stops)
{
    private string Site => school.PublicAddress.TrimEnd('/');

    /// <summary>A message to print or to tell: nothing is said about mail.</summary>
    public Letter Word(OutboxMessage message, Person recipient) => Written([message], LanguageOf(recipient), recipient.FirstName) with { Closing = [SignatureIn(LanguageOf(recipient))] };

    /// <param name="recipient">Somebody with an address.</param>
    public MimeMessage Write(OutboxMessage message, Person recipient) => Write([message], recipient);

    /// <summary>A letter to an address: in the language that is known of its holder, or else in both.</summary>
    public MimeMessage WriteToAddress(OutboxMessage message) => Write([message], recipient: null);

    /// <param name="together">One message, or those of a digest; all to one reader.</param>
    /// <param name="recipient">Somebody with an address; nothing where the messages bear it themselves.</param>
    public MimeMessage Write(IReadOnlyList<OutboxMessage> together, Person? recipient)
    {
        if (recipient is not null)
        {
            var language = LanguageOf(recipient);
            return Envelope(
                together, new MailboxAddress(recipient.FullName, recipient.Email!), [Written(together, language, recipient.FirstName)],
                together is [var message] ? CalendarInvitations.Of(message, EnrolmentFacts.Read(message.Facts), recipient, school, language) : []);
        }

        var facts = AddresseeFacts.Read(together[0].Facts);
        string[] languages = facts.Language switch
        {
            CorrespondenceLanguage.Fr => ["fr"],
            CorrespondenceLanguage.Nl => ["nl"],
            _ => ["fr", "nl"],
        };
        return Envelope(together, new MailboxAddress(facts.Name, together[0].Address!), [.. languages.Select(language => Written(together, language, facts.Name))], enclosed: []);
    }

    private static string LanguageOf(Person recipient) => recipient.Language == CorrespondenceLanguage.Nl ? "nl" : "fr";

    private Letter Written(IReadOnlyList<OutboxMessage> together, string language, string name)
    {
        var letters = together.Select(message => LetterOf(message, language, name)).ToList();
        var greeting = OfTheHouse(texts.In(language, "Message_Greeting"), language, name);
        var whole = letters is [var only]
            ? only with { Paragraphs = [greeting, .. only.Paragraphs] }
            : new Letter(language, Counted("Message_Digest_Subject"), [greeting, Counted("Message_Digest_Body")]) { Gathered = letters };
        return whole with { Closing = [SignatureIn(language), .. RefusalOf(together[0], language)] };

        string Counted(string key) => texts.In(language, key).Replace("{Count}", letters.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private Letter LetterOf(OutboxMessage message, string language, string name)
    {
        return new Letter(language, Worded("Subject"), Worded("Body").Split("\n\n"));

        string Worded(string part)
        {
            var text = texts.In(language, $"Message_{message.Kind}_{part}");
            return OfTheHouse(message.RecipientId is null ? About(AddresseeFacts.Read(message.Facts), text, language) : About(EnrolmentFacts.Read(message.Facts), text, language), language, name);
        }
    }

    private string About(AddresseeFacts facts, string text, string language) => About(facts.About, text, language)
        .Replace("{Reason}", facts.Reason, StringComparison.Ordinal)
        .Replace("{Until}", facts.Until?.ToString("d MMMM yyyy", Languages.CultureOf(language)), StringComparison.Ordinal)
        .Replace("{Report}", facts.Report is { } report ? Wording.In(language)[$"Report_Title_{report}"] : null, StringComparison.Ordinal)
        .Replace("{Link}", LinkOf(facts, language), StringComparison.Ordinal);

    private string About(EnrolmentFacts? facts, string text, string language)
    {
        if (facts is null)
            return text;

        var culture = Languages.CultureOf(language);
        return text
            .Replace("{Course}", language == "nl" ? facts.CourseNl : facts.CourseFr, StringComparison.Ordinal)
            .Replace("{Session}", facts.Session, StringComparison.Ordinal)
            .Replace("{FirstDay}", facts.FirstDay?.ToString("d MMMM yyyy", culture), StringComparison.Ordinal)
            .Replace("{LastDay}", facts.LastDay?.ToString("d MMMM yyyy", culture), StringComparison.Ordinal)
            .Replace("{Reason}", string.Join(". ", new[] { facts.Cause is null ? null : texts.In(language, $"StepCause_{facts.Cause}"), facts.Reason }.Where(part => part is not null)), StringComparison.Ordinal)
            .Replace("{Until}", facts.Until?.ToString("d MMMM yyyy", culture), StringComparison.Ordinal)
            .Replace("{Person}", facts.Person, StringComparison.Ordinal)
            .Replace("{Link}", facts.Link is { } ask ? $"{Site}/{language}/approve/{links.TokenFor(new(ask))}" : null, StringComparison.Ordinal)
            .Replace("{Number}", facts.Number, StringComparison.Ordinal)
            .Replace("{Former}", facts.Former, StringComparison.Ordinal)
            .Replace("{Amount}", facts.AmountEur?.ToString("#,0.00", culture), StringComparison.Ordinal);
    }

    private string? LinkOf(AddresseeFacts facts, string language) => facts switch
    {
        { Invitation: { } id } => $"{Site}/{language}/invitation/{invitations.TokenFor(new(id))}",
        { Run: { } run } => string.Create(CultureInfo.InvariantCulture, $"{Site}/{language}/reports/runs/{run}"),
        { Report: not null } => $"{Site}/{language}/reports/subscriptions",
        _ => null,
    };

    private string OfTheHouse(string text, string language, string name) => text
        .Replace("{Name}", name, StringComparison.Ordinal)
        .Replace("{Address}", school.PublicAddress, StringComparison.Ordinal)
        .Replace("{School}", school.NameIn(language), StringComparison.Ordinal);

    private string SignatureIn(string language) => $"{school.NameIn(language)}\n{school.PublicAddress}";

    /// <summary>How such messages are refused, or why they cannot be.</summary>
    private IEnumerable<string> RefusalOf(OutboxMessage message, string language)
    {
        if (!message.Kind.IsService)
            yield return texts.In(language, "Message_Owed");
        else if (IsOfKnownReader(message))
            yield return texts.In(language, "Message_Service")
                .Replace("{Stop}", StopAddress(message, language), StringComparison.Ordinal)
                .Replace("{Choose}", $"{Site}/{language}/my-messages", StringComparison.Ordinal);
    }

    private static bool IsOfKnownReader(OutboxMessage message) => message.RecipientId is not null || message.AccountId is not null;

    private string StopAddress(OutboxMessage message, string language) => $"{Site}/{language}/unsubscribe/{stops.TokenFor(message.MailId)}";

    private MimeMessage Envelope(IReadOnlyList<OutboxMessage> together, MailboxAddress to, IReadOnlyList<Letter> letters, IEnumerable<MimeEntity> enclosed)
    {
        var languages = string.Join(", ", letters.Select(letter => letter.Language));
        var subject = string.Join(" / ", letters.Select(letter => letter.Subject));
        MultipartAlternative body =
        [
            new TextPart(TextFormat.Plain) { Text = string.Join("\n\n* * *\n\n", letters.Select(letter => letter.Text)) + "\n" },
            new TextPart(TextFormat.Html) { Text = HtmlLetter.Write(subject, letters) },
        ];
        foreach (var part in body)
            part.Headers.Add(HeaderId.ContentLanguage, languages);

        var whole = new Multipart("mixed") { body };
        foreach (var part in enclosed)
            whole.Add(part);
        var letter = new MimeMessage
        {
            Subject = subject,
            Date = together[0].ClaimedAt ?? together[0].RecordedAt,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{together[0].MailId:N}@{new Uri(school.PublicAddress).Host}"),
            Body = whole.Count > 1 ? whole : body,
        };
        letter.From.Add(new MailboxAddress(school.NameIn(letters[0].Language), school.Email));
        letter.To.Add(to);
        letter.Body.Headers.Add(HeaderId.ContentLanguage, languages);
        if (together[0].Kind.IsService && IsOfKnownReader(together[0]))
        {
            // RFC 2369 and RFC 8058: a mail program offers the button itself, and presses it by a POST.
            letter.Headers.Add(HeaderId.ListUnsubscribe, $"<{StopAddress(together[0], letters[0].Language)}>");
            letter.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        return letter;
    }
}
