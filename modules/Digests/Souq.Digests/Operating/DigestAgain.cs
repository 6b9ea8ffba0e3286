using Souq.Digests.Managing;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;
using Souq.Mail.Operating;
using Souq.Mail.Posting;

namespace Souq.Digests.Operating;

/// <summary>A digest, written again for an operator: as it was told, to whoever still wants to hear.</summary>
public sealed class DigestAgain(AlertReader reader, IDigestsStore documents, DigestWriter writer, PostOffice post) : ILettersAgain
{
    public string Word => "digest";

    public static string OriginOf(Guid issue) => $"digest:{issue:n}";

    public async Task Write(string origin, string key, CancellationToken cancellation)
    {
        if (origin.Split(':') is not [_, var id] || !Guid.TryParse(id, out var issue) || await reader.Letter(issue, cancellation) is not { Content: { } content } letter) return;
        await using var session = documents.QuerySession();
        if (await session.LoadAsync<Subscriber>(letter.Subscriber, cancellation) is not { } subscriber) return;
        await post.Deliver(key, content.Language, subscriber.Address, "", await writer.Write(content, subscriber.Id), cancellation);
    }
}
