using Marten;
using Souq.Kernel;
using Souq.Messaging.Conversations;
using Souq.Messaging.Trust;
using Souq.Messaging.Writing;
using Wolverine;

namespace Souq.Messaging.Giving;

/// <summary>A person asks to be given what costs nothing, and says why.</summary>
/// <param name="MessageId">Made where the form was shown: the same form sent twice is one message.</param>
public sealed record AskForGift(Guid ListingId, Guid ActorId, Guid MessageId, string Why, string Collect, string People)
{
    public override string ToString() => $"{nameof(AskForGift)} {ListingId} {MessageId}";
}

public static class AskForGiftHandler
{
    public const int LeastWhy = 10;
    public const int MostWhy = 1000;
    public const int MostShort = 100;

    public static async Task<OutgoingMessages> Handle(AskForGift command, IDocumentSession session, TimeProvider time, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await session.MustLetWrite(command.ActorId, now, cancellation);
        var subject = await session.LoadAsync<Subject>(command.ListingId, cancellation) ?? throw new NotFoundException("The listing");
        var id = Conversation.IdOf(command.ListingId, command.ActorId);
        var stream = await session.Events.FetchForWriting<Conversation>(id, cancellation);
        if (await session.LoadAsync<MessageWords>(command.MessageId, cancellation) is not null) return [];
        if (stream.Aggregate is null) await session.MustBeFit(command.ActorId, command.Why, "why", cancellation);
        var hourAgo = now.AddHours(-1);
        var recent = stream.Aggregate is not null ? 0
            : await session.Query<Conversation>().CountAsync(c => c.BuyerId == command.ActorId && c.StartedAt > hourAgo, cancellation);
        var (events, message) = Decide(command, subject, stream.Aggregate, recent, now);
        stream.AppendMany(events);
        session.Insert(message.Words);
        return [message.Fact, message.Notice];
    }

    public static (object[] Events, Decided Message) Decide(
        AskForGift command, Subject subject, Conversation? conversation, int startedInTheLastHour, DateTimeOffset now)
    {
        var started = WriteToSellerHandler.Decide(subject, command.ActorId, startedInTheLastHour, now);
        if (!subject.Free) throw new RefusedException("Ask.NoGift");
        var (why, collect, people) = (SafeText.Lines(command.Why), SafeText.Line(command.Collect), SafeText.Line(command.People));
        if (Wrong(why, collect, people) is { Count: > 0 } wrong) throw new RefusedException(wrong);
        var talk = conversation ?? Conversation.Create(started) with { Id = Conversation.IdOf(subject.Id, command.ActorId) };
        var message = WriteMessageHandler.Decide(talk, command.ActorId, command.MessageId, why, now);
        message = message with { Words = message.Words with { Collect = collect, People = people.Length == 0 ? null : people } };
        object[] asked = talk.AskedAt is null ? [new GiftAskedFor(now)] : [];
        return (conversation is null ? [started, .. asked, message.Event] : [.. asked, message.Event], message);
    }

    private static List<Refusal> Wrong(string why, string collect, string people)
    {
        List<Refusal> wrong = [];
        if (why.Length < LeastWhy) wrong.Add(new Refusal("Ask.WhyShort", "why", LeastWhy));
        if (why.Length > MostWhy) wrong.Add(new Refusal("Ask.TooLong", "why", MostWhy));
        if (collect.Length == 0) wrong.Add(new Refusal("Ask.CollectMissing", "collect"));
        if (collect.Length > MostShort) wrong.Add(new Refusal("Ask.TooLong", "collect", MostShort));
        if (people.Length > MostShort) wrong.Add(new Refusal("Ask.TooLong", "people", MostShort));
        return wrong;
    }
}
