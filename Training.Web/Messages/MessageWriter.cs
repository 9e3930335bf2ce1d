using System.Globalization;
using MimeKit;
using MimeKit.Text;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Reports.Words;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Messages;

/// <summary>A message in words, before it is put in an envelope.</summary>
public sealed record Letter(string Language, string Subject, IReadOnlyList<string> Paragraphs);

/// <summary>Turns the facts of a message into a letter in the reader's language: as text, as a page, and with what belongs in a calendar.</summary>
public sealed class MessageWriter(Texts texts, SchoolOptions school, ApprovalLinks links, InvitationLinks invitations)
{
    public Letter Word(OutboxMessage message, Person recipient)
    {
        var language = recipient.Language == CorrespondenceLanguage.Nl ? "nl" : "fr";
        var facts = EnrolmentFacts.Read(message.Facts);
        return LetterIn(language, recipient.FirstName, part => About(facts, texts.In(language, $"Message_{message.Kind}_{part}"), language));
    }

    /// <param name="recipient">Somebody with an address.</param>
    public MimeMessage Write(OutboxMessage message, Person recipient)
    {
        var words = Word(message, recipient);
        return Envelope(
            message, new MailboxAddress(recipient.FullName, recipient.Email!), [words],
            CalendarInvitations.Of(message, EnrolmentFacts.Read(message.Facts), recipient, school, words.Language));
    }

    /// <summary>A letter to an address: in the language that is known of its holder, or else in both.</summary>
    public MimeMessage WriteToAddress(OutboxMessage message)
    {
        var facts = AddresseeFacts.Read(message.Facts);
        string[] languages = facts.Language switch
        {
            CorrespondenceLanguage.Fr => ["fr"],
            CorrespondenceLanguage.Nl => ["nl"],
            _ => ["fr", "nl"],
        };
        string Worded(string language, string part) => About(facts.About, texts.In(language, $"Message_{message.Kind}_{part}"), language)
            .Replace("{Reason}", facts.Reason, StringComparison.Ordinal)
            .Replace("{Until}", facts.Until?.ToString("d MMMM yyyy", Languages.CultureOf(language)), StringComparison.Ordinal)
            .Replace("{Report}", facts.Report is { } report ? Wording.In(language)[$"Report_Title_{report}"] : null, StringComparison.Ordinal)
            .Replace("{Link}", LinkOf(facts, language), StringComparison.Ordinal);

        return Envelope(
            message, new MailboxAddress(facts.Name, message.Address!),
            [.. languages.Select(language => LetterIn(language, facts.Name, part => Worded(language, part)))], enclosed: []);
    }

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
            .Replace("{Link}", facts.Link is { } ask ? $"{school.PublicAddress.TrimEnd('/')}/{language}/approve/{links.TokenFor(new(ask))}" : null, StringComparison.Ordinal)
            .Replace("{Number}", facts.Number, StringComparison.Ordinal)
            .Replace("{Amount}", facts.AmountEur?.ToString("#,0.00", culture), StringComparison.Ordinal);
    }

    private string? LinkOf(AddresseeFacts facts, string language)
    {
        var site = $"{school.PublicAddress.TrimEnd('/')}/{language}";
        return facts switch
        {
            { Invitation: { } id } => $"{site}/invitation/{invitations.TokenFor(new(id))}",
            { Run: { } run } => string.Create(CultureInfo.InvariantCulture, $"{site}/reports/runs/{run}"),
            { Report: not null } => $"{site}/reports/subscriptions",
            _ => null,
        };
    }

    private Letter LetterIn(string language, string name, Func<string, string> worded)
    {
        string OfTheHouse(string text) => text
            .Replace("{Name}", name, StringComparison.Ordinal)
            .Replace("{Address}", school.PublicAddress, StringComparison.Ordinal)
            .Replace("{School}", school.NameIn(language), StringComparison.Ordinal);
        return new Letter(
            language, OfTheHouse(worded("Subject")),
            [OfTheHouse(texts.In(language, "Message_Greeting")), .. OfTheHouse(worded("Body")).Split("\n\n"), $"{school.NameIn(language)}\n{school.PublicAddress}"]);
    }

    private MimeMessage Envelope(OutboxMessage message, MailboxAddress to, IReadOnlyList<Letter> letters, IEnumerable<MimeEntity> enclosed)
    {
        var languages = string.Join(", ", letters.Select(letter => letter.Language));
        var subject = string.Join(" / ", letters.Select(letter => letter.Subject));
        MultipartAlternative body =
        [
            new TextPart(TextFormat.Plain) { Text = string.Join("\n\n* * *\n\n", letters.Select(letter => string.Join("\n\n", letter.Paragraphs))) + "\n" },
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
            Date = message.RecordedAt,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{message.Id.Value:N}@{new Uri(school.PublicAddress).Host}"),
            Body = whole.Count > 1 ? whole : body,
        };
        letter.From.Add(new MailboxAddress(school.NameIn(letters[0].Language), school.Email));
        letter.To.Add(to);
        letter.Body.Headers.Add(HeaderId.ContentLanguage, languages);
        return letter;
    }
}
