using System.Globalization;
using MimeKit;
using MimeKit.Text;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Messages;

/// <summary>A message in words, before it is put in an envelope.</summary>
public sealed record Letter(string Language, string Subject, IReadOnlyList<string> Paragraphs);

/// <summary>Turns the facts of a message into a letter in the reader's language: as text, as a page, and with what belongs in a calendar.</summary>
public sealed class MessageWriter(Texts texts, SchoolOptions school, ApprovalLinks links)
{
    public Letter Word(OutboxMessage message, Person recipient)
    {
        var language = recipient.Language == CorrespondenceLanguage.Nl ? "nl" : "fr";
        var culture = Languages.CultureOf(language);
        var facts = EnrolmentFacts.Read(message.Facts);
        string Worded(string part) => texts.In(language, $"Message_{message.Kind}_{part}")
            .Replace("{Name}", recipient.FirstName, StringComparison.Ordinal)
            .Replace("{Course}", language == "nl" ? facts.CourseNl : facts.CourseFr, StringComparison.Ordinal)
            .Replace("{Session}", facts.Session, StringComparison.Ordinal)
            .Replace("{FirstDay}", facts.FirstDay?.ToString("d MMMM yyyy", culture), StringComparison.Ordinal)
            .Replace("{LastDay}", facts.LastDay?.ToString("d MMMM yyyy", culture), StringComparison.Ordinal)
            .Replace("{Reason}", string.Join(". ", new[] { facts.Cause is null ? null : texts.In(language, $"StepCause_{facts.Cause}"), facts.Reason }.Where(part => part is not null)), StringComparison.Ordinal)
            .Replace("{Until}", facts.Until?.ToString("d MMMM yyyy", culture), StringComparison.Ordinal)
            .Replace("{Person}", facts.Person, StringComparison.Ordinal)
            .Replace("{Link}", facts.Link is { } ask ? $"{school.PublicAddress.TrimEnd('/')}/{language}/approve/{links.TokenFor(new(ask))}" : null, StringComparison.Ordinal)
            .Replace("{Number}", facts.Number, StringComparison.Ordinal)
            .Replace("{Amount}", facts.AmountEur?.ToString("#,0.00", culture), StringComparison.Ordinal)
            .Replace("{Address}", school.PublicAddress, StringComparison.Ordinal)
            .Replace("{School}", school.NameIn(language), StringComparison.Ordinal);

        var greeting = texts.In(language, "Message_Greeting").Replace("{Name}", recipient.FirstName, StringComparison.Ordinal);
        return new Letter(language, Worded("Subject"), [greeting, .. Worded("Body").Split("\n\n"), $"{school.NameIn(language)}\n{school.PublicAddress}"]);
    }

    /// <param name="recipient">Somebody with an address.</param>
    public MimeMessage Write(OutboxMessage message, Person recipient)
    {
        var words = Word(message, recipient);
        MultipartAlternative body =
        [
            new TextPart(TextFormat.Plain) { Text = string.Join("\n\n", words.Paragraphs) + "\n" },
            new TextPart(TextFormat.Html) { Text = HtmlLetter.Write(words.Language, words.Subject, words.Paragraphs) },
        ];
        foreach (var part in body)
            part.Headers.Add(HeaderId.ContentLanguage, words.Language);

        var letter = new MimeMessage
        {
            Subject = words.Subject,
            Date = message.RecordedAt,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{message.Id.Value:N}@{new Uri(school.PublicAddress).Host}"),
            Body = body,
        };
        var invitations = CalendarInvitations.Of(message, EnrolmentFacts.Read(message.Facts), recipient, school, words.Language).ToList();
        if (invitations.Count > 0)
        {
            var whole = new Multipart("mixed") { body };
            invitations.ForEach(whole.Add);
            letter.Body = whole;
        }

        letter.From.Add(new MailboxAddress(school.NameIn(words.Language), school.Email));
        letter.To.Add(new MailboxAddress(recipient.FullName, recipient.Email!));
        letter.Headers.Add(HeaderId.ContentLanguage, words.Language);
        return letter;
    }
}
