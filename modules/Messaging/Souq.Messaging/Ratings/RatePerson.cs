using Marten;
using Souq.Accounts.Contracts;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Messaging.Conversations;
using Souq.Messaging.Trust;
using Souq.Messaging.Writing;
using Wolverine;
using Wolverine.Runtime.Handlers;

namespace Souq.Messaging.Ratings;

/// <summary>Who has written about an advert rates whoever offered it, once.</summary>
/// <param name="Stars">From 1 to 5; <c>null</c> where none was chosen.</param>
public sealed record RatePerson(Guid ConversationId, Guid ActorId, int? Stars, string? Words)
{
    // Failed commands are logged whole; words about a person do not belong in a log.
    public override string ToString() => $"{nameof(RatePerson)} {ConversationId}: {Stars}";
}

public static class RatePersonHandler
{
    public const int MostWords = 1000;

    /// <summary>Sent twice at once: the second finds the first.</summary>
    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task<OutgoingMessages> Handle(RatePerson command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await session.MustLetWrite(command.ActorId, now, cancellation);
        var conversation = await session.LoadAsync<Conversation>(command.ConversationId, cancellation) ?? throw new NotFoundException("The conversation");
        var answered = await session.HasAnswered(conversation, cancellation);
        var words = SafeText.Lines(command.Words ?? "");
        var stream = await session.Events.FetchForWriting<Rating>(Rating.IdOf(conversation.Id), cancellation);
        stream.AppendOne(Decide(conversation, answered, stream.Aggregate, command.ActorId, command.Stars, words, now));
        await session.MustBeFit(command.ActorId, words, "words", cancellation);
        session.Insert(new RatingWords
        {
            Id = stream.Id,
            AuthorId = conversation.BuyerId,
            PersonId = conversation.SellerId,
            Words = words,
            Title = conversation.Title,
            ListingNumber = conversation.ListingNumber,
        });
        return [new NotifyPerson(conversation.SellerId, RatingLetterTemplate.Key, stream.Id, $"{RatingLetterTemplate.Key}:{stream.Id}")];
    }

    /// <param name="answered">The seller has written back: who never heard of him cannot tell how he is.</param>
    /// <exception cref="NotFoundException">It is not his conversation.</exception>
    /// <exception cref="RefusedException">He may not, or it is not filled in.</exception>
    public static PersonRated Decide(Conversation conversation, bool answered, Rating? before, Guid actor, int? stars, string words, DateTimeOffset now)
    {
        conversation.MustInclude(actor);
        if (actor != conversation.BuyerId) throw new RefusedException("Rate.OnlyBuyers");
        if (!answered) throw new RefusedException("Rate.NoAnswer");
        if (before is not null) throw new RefusedException(before.RemovedAt is null ? "Rate.Known" : "Rate.Removed");
        var refusals = new List<Refusal>();
        if (stars is not (>= 1 and <= Rating.MostStars)) refusals.Add(new("Rate.StarsMissing", "stars"));
        if (words.Length > MostWords) refusals.Add(new("Rate.TooLong", "words", MostWords));
        if (refusals.Count > 0) throw new RefusedException(refusals);
        return new PersonRated(conversation.Id, conversation.ListingId, conversation.BuyerId, conversation.SellerId, stars!.Value, now);
    }

    /// <summary>Whoever offered it has written back.</summary>
    internal static Task<bool> HasAnswered(this IQuerySession session, Conversation conversation, CancellationToken cancellation) =>
        session.Query<MessageWords>().AnyAsync(m => m.ConversationId == conversation.Id && m.FromId == conversation.SellerId, cancellation);
}
