using System.Globalization;
using MimeKit;
using MimeKit.Text;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Messages;

/// <summary>Turns the facts of a message into a letter in the reader's language.</summary>
public sealed class MessageWriter(Texts texts, SchoolOptions school, ApprovalLinks links)
{
    /// <param name="recipient">Somebody with an address.</param>
    public MimeMessage Write(OutboxMessage message, Person recipient)
    {
        var language = recipient.Language == CorrespondenceLanguage.Nl ? "nl" : "fr";
        var culture = Languages.CultureOf(language);
        var facts = EnrolmentFacts.Read(message.Facts);
        string Word(string part) => texts.In(language, $"Message_{message.Kind}_{part}")
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

        var letter = new MimeMessage
        {
            Subject = Word("Subject"),
            Date = message.RecordedAt,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{message.Id.Value:N}@{new Uri(school.PublicAddress).Host}"),
            Body = new TextPart(TextFormat.Plain) { Text = $"{texts.In(language, "Message_Greeting").Replace("{Name}", recipient.FirstName, StringComparison.Ordinal)}\n\n{Word("Body")}\n\n{school.NameIn(language)}\n{school.PublicAddress}\n" },
        };
        letter.From.Add(new MailboxAddress(school.NameIn(language), school.Email));
        letter.To.Add(new MailboxAddress(recipient.FullName, recipient.Email!));
        letter.Body.Headers.Add(HeaderId.ContentLanguage, language);
        return letter;
    }
}
