using System.Text;
using MimeKit;
using Souq.Mail.Posting;

namespace Souq.Mail.Returns;

public enum ReturnKind
{
    /// <summary>Came back for good: the mailbox is no more.</summary>
    Hard,

    /// <summary>Came back for a reason that may pass: full, too busy, disliked today.</summary>
    Soft,

    /// <summary>The recipient called it spam.</summary>
    Complaint,
}

/// <summary>What a report says of a letter of ours.</summary>
/// <param name="Ids">By which it may be one: Message-IDs the report names, the surest first.</param>
/// <param name="Status">RFC 3463, when it was said.</param>
public sealed record ReturnedLetter(ReturnKind Kind, IReadOnlyList<string> Ids, string? Status)
{
    private const int Longest = 200;

    /// <summary>
    /// Reads delivery reports (RFC 3464) and complaints (RFC 5965). <c>null</c> for anything else: answers of people and of their holiday
    /// programs, reports of mere delays, and what is broken. Anybody can send such a report: whoever names the id of a letter has had the letter.
    /// </summary>
    public static ReturnedLetter? Read(MimeMessage message)
    {
        if (message.Body is not MultipartReport report) return null;
        return report.ReportType?.ToLowerInvariant() switch
        {
            "delivery-status" when Failure(report) is { } status => new ReturnedLetter(KindOf(status), Named(message, report), status.Length > 0 ? status : null),
            "feedback-report" when Complains(report) => new ReturnedLetter(ReturnKind.Complaint, Named(message, report), null),
            _ => null,
        };
    }

    private static ReturnKind KindOf(string status) => ServerAnswer.MailboxGone(status) ? ReturnKind.Hard : ReturnKind.Soft;

    private static string? Failure(MultipartReport report)
    {
        foreach (var groups in report.OfType<MessageDeliveryStatus>().Select(part => part.StatusGroups))
        {
            // The first group is about the message, each of the others about a recipient; ours have one.
            var failed = groups.FirstOrDefault(g => g["Action"]?.Trim().Equals("failed", StringComparison.OrdinalIgnoreCase) == true);
            if (failed is not null) return Code(failed["Status"]);
        }

        return null;
    }

    /// <summary>The code alone: some write a remark behind it.</summary>
    private static string Code(string? said)
    {
        var code = (said ?? "").Trim().Split(' ', '\t', '(')[0];
        return code.Length is > 4 and < 10 && code.All(c => char.IsAsciiDigit(c) || c == '.') ? code : "";
    }

    private static bool Complains(MultipartReport report) => report.OfType<MessageFeedbackReport>()
        .Any(part => part.Fields["Feedback-Type"]?.Trim().ToLowerInvariant() is "abuse" or "fraud" or "other" or "opt-out");

    private static List<string> Named(MimeMessage message, MultipartReport report)
    {
        List<string?> ids = [];
        foreach (var part in report)
        {
            if (part is MessagePart { Message: { } whole }) Take(whole.Headers);
            else if (part is MimePart { ContentType: var type } headers && type.IsMimeType("text", "rfc822-headers")) Take(Headers(headers));
            else if (part is MessageDeliveryStatus status)
                ids.AddRange(status.StatusGroups.Select(g => g["Original-Message-ID"] ?? g["X-Original-Message-ID"]));
        }

        ids.Add(message.InReplyTo);
        ids.AddRange(message.References);
        return [.. ids.Select(id => id?.Trim().Trim('<', '>')).OfType<string>().Where(id => id.Length is > 0 and <= Longest).Distinct().Take(10)];

        void Take(HeaderList headers) => ids.AddRange([headers[LetterEnvelope.LetterHeader], headers[HeaderId.MessageId]]);
    }

    private static HeaderList Headers(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        // A list of headers needs not end with an empty line, but the parser wants one.
        content.Write(Encoding.ASCII.GetBytes("\r\n\r\n"));
        content.Position = 0;
        try
        {
            return HeaderList.Load(content);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
