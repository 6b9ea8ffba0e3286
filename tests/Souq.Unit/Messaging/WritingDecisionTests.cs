using Souq.Accounts.Contracts;
using Souq.Kernel;
using Souq.Messaging.Conversations;
using Souq.Messaging.Reading;
using Souq.Messaging.Trust;
using Souq.Messaging.Writing;

namespace Souq.Unit.Messaging;

public class WritingDecisionTests
{
    private static readonly Guid Seller = Guid.Parse("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Buyer = Guid.Parse("22222222-2222-2222-2222-222222222222");
    private static readonly Guid Stranger = Guid.Parse("33333333-3333-3333-3333-333333333333");
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly Subject Advert = new(Guid.Parse("44444444-4444-4444-4444-444444444444"), 10_001, "Clio 4", Seller, OnMarket: true);

    private static readonly Conversation Talk =
        Conversation.Create(WriteToSellerHandler.Decide(Advert, Buyer, 0, Now)) with { Id = Conversation.IdOf(Advert.Id, Buyer) };

    [Fact]
    public void A_conversation_begins_with_what_the_advert_was_called_then()
    {
        var started = WriteToSellerHandler.Decide(Advert, Buyer, WriteToSellerHandler.NewInAnHour - 1, Now);
        started.ShouldBe(new ConversationStarted(Advert.Id, 10_001, "Clio 4", Buyer, Seller, Now));
    }

    [Fact]
    public void A_buyer_has_one_conversation_about_an_advert() =>
        Conversation.IdOf(Advert.Id, Buyer).ShouldBe(Conversation.IdOf(Advert.Id, Buyer));

    [Fact]
    public void Two_buyers_have_two() => Conversation.IdOf(Advert.Id, Buyer).ShouldNotBe(Conversation.IdOf(Advert.Id, Stranger));

    [Fact]
    public void Nobody_writes_about_his_own_advert() =>
        Refused(() => WriteToSellerHandler.Decide(Advert, Seller, 0, Now)).Key.ShouldBe("Message.OwnListing");

    [Fact]
    public void Nobody_begins_a_conversation_about_an_ended_advert() =>
        Refused(() => WriteToSellerHandler.Decide(Advert with { OnMarket = false }, Buyer, 0, Now)).Key.ShouldBe("Message.ListingEnded");

    [Fact]
    public void Who_writes_to_too_many_sellers_in_an_hour_is_stopped()
    {
        var refusal = Refused(() => WriteToSellerHandler.Decide(Advert, Buyer, WriteToSellerHandler.NewInAnHour, Now));
        (refusal.Key, refusal.Args[0]).ShouldBe(("Message.TooManyNew", WriteToSellerHandler.NewInAnHour));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\u200f\u202e\0")]
    public void A_message_has_words(string words)
    {
        var refusal = Refused(() => Write(Buyer, words));
        (refusal.Key, refusal.Field).ShouldBe(("Message.Empty", "words"));
    }

    [Fact]
    public void A_photo_needs_no_words()
    {
        var photo = new MessagePhoto(Guid.CreateVersion7(), 480, 360);
        WriteMessageHandler.Decide(Talk, Buyer, Guid.CreateVersion7(), " ", Now, [photo]).Words.ShouldSatisfyAllConditions(w => w.Photos.ShouldBe([photo]), w => w.Words.ShouldBeEmpty());
        Refused(() => WriteMessageHandler.Decide(Talk, Buyer, Guid.CreateVersion7(), " ", Now, [])).Key.ShouldBe("Message.Empty");
    }

    [Theory]
    [InlineData(TrustLevel.New, false)]
    [InlineData(TrustLevel.Known, true)]
    [InlineData(TrustLevel.Trusted, true)]
    public void First_words_come_with_photos_from_those_who_are_known(TrustLevel level, bool may)
    {
        FirstWords.MayHoldPhotos(level).ShouldBe(may);
        if (may) FirstWords.Decide(level);
        else Should.Throw<RefusedException>(() => FirstWords.Decide(level)).Refusals.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Key.ShouldBe("Message.Photos"), r => r.Field.ShouldBe("photos"));
    }

    [Fact]
    public void A_message_is_no_longer_than_allowed()
    {
        Write(Buyer, new string('x', WriteMessageHandler.MaxLength)).Words.Words.Length.ShouldBe(WriteMessageHandler.MaxLength);
        var refusal = Refused(() => Write(Buyer, new string('x', WriteMessageHandler.MaxLength + 1)));
        (refusal.Key, refusal.Field).ShouldBe(("Message.TooLong", "words"));
    }

    [Fact]
    public void The_words_stay_out_of_the_event_and_of_what_other_modules_hear()
    {
        var message = Write(Buyer, "Bonjour, mon numéro est le 0550");
        message.Words.Words.ShouldBe("Bonjour, mon numéro est le 0550");
        $"{message.Event} {message.Fact} {message.Notice} {new WriteMessage(Talk.Id, Buyer, Guid.Empty, "0550")} {new WriteToSeller(Advert.Id, Buyer, Guid.Empty, "0550")}"
            .ShouldNotContain("0550");
    }

    [Fact]
    public void The_other_one_is_told_once_a_message()
    {
        var id = Guid.CreateVersion7();
        var (first, again) = (Write(Buyer, "Bonjour", id), Write(Buyer, "Bonjour", id));
        (first.Notice.PersonId, first.Fact.ToId).ShouldBe((Seller, Seller));
        again.Notice.ShouldBe(first.Notice);
        Write(Seller, "Oui").Notice.PersonId.ShouldBe(Buyer);
    }

    [Fact]
    public void A_stranger_finds_nothing_to_write_in_or_to_read()
    {
        Should.Throw<NotFoundException>(() => Write(Stranger, "Bonjour"));
        Should.Throw<NotFoundException>(() => MarkReadHandler.Handle(new MarkRead(Talk.Id, Stranger), Talk, TimeProvider.System));
    }

    [Fact]
    public void What_one_writes_is_unread_by_the_other_until_he_opens_it()
    {
        var written = Talk.Apply(Write(Buyer, "Bonjour").Event).Apply(Write(Buyer, "Toujours là ?").Event);
        (written.UnreadFor(Seller), written.UnreadFor(Buyer)).ShouldBe((2, 0));
        var (events, _) = MarkReadHandler.Handle(new MarkRead(Talk.Id, Seller), written, TimeProvider.System);
        var read = written.Apply(events.ShouldHaveSingleItem().ShouldBeOfType<ConversationRead>());
        read.UnreadFor(Seller).ShouldBe(0);
        MarkReadHandler.Handle(new MarkRead(Talk.Id, Seller), read, TimeProvider.System).Item1.ShouldBeEmpty();
    }

    private static Decided Write(Guid actor, string words, Guid? id = null) =>
        WriteMessageHandler.Decide(Talk, actor, id ?? Guid.CreateVersion7(), words, Now);

    private static Refusal Refused(Func<object> decide) => Should.Throw<RefusedException>(decide).Refusals.ShouldHaveSingleItem();
}
