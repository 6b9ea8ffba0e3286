using Microsoft.Extensions.Time.Testing;
using Souq.Digests.Contracts;
using Souq.Digests.Managing;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Wolverine.Marten;

namespace Souq.Unit.Digests;

public class SubscriptionDecisionTests
{
    private const long Reached = 700;
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
    private static readonly DateTimeOffset Now = Clock.GetUtcNow();
    private static readonly DateTimeOffset Tomorrow = new(2026, 11, 25, 7, 0, 0, TimeSpan.Zero);
    private static readonly KeptSearch Cars = new(Guid.CreateVersion7(), "section=cars&wilaya=28");
    private static readonly Subscriber Owner = new(Guid.CreateVersion7(), "amina@souq.test", Now);
    private static readonly DigestSubscription Pending = new DigestSubscription { Id = DigestSubscription.IdOf(Owner.Id, Cars.Id) }
        .Apply(new SearchSaved(Owner.Id, Cars.Id, Rhythm.Usual, 12, Language.Arabic, Now));
    private static readonly DigestSubscription Active = Pending.Apply(new DigestConfirmed(Now));
    private static readonly DigestSubscription Stopped = Active.Apply(new DigestStopped(StopReason.Unsubscribed, Now));
    private static readonly SavedSearch Words = new(Pending.Id, Owner.Id, Cars.Id, Cars.Query, null);

    [Fact]
    public void Only_the_mailboxs_owner_makes_a_subscription_count()
    {
        Pending.Sends.ShouldBeFalse();
        var (events, ops, messages) = ConfirmDigestHandler.Decide(Pending, Words, Reached, Now);
        events.ShouldBe([new DigestConfirmed(Now)]);
        ops.ShouldBe([new SetDue(Pending.Id, Owner.Id, Cars.Id, Tomorrow, Reached)]);
        messages.ShouldBe([new KeepSearch(Cars, Pending.Id, Now), new KnowSubscriber(Owner.Id)]);
    }

    [Fact]
    public void Confirming_twice_is_confirming_once() => ConfirmDigestHandler.Decide(Active, Words, Reached, Now).Item1.ShouldBeEmpty();

    [Fact]
    public void An_old_confirmation_link_does_not_revive_a_stopped_subscription() =>
        Refused(() => ConfirmDigestHandler.Decide(Stopped, Words, Reached, Now)).ShouldBe("Digest.NoLongerWaiting");

    [Fact]
    public void Who_is_signed_in_is_asked_nothing_more()
    {
        var (ops, messages) = SaveSearchHandler.Handle(Save(person: Guid.CreateVersion7()), Asks(), Clock);
        ops.OfType<SetDue>().Single().ShouldBe(new SetDue(Pending.Id, Owner.Id, Cars.Id, Tomorrow, Reached));
        messages.ShouldBe([new KeepSearch(Cars, Pending.Id, Now)]);
    }

    [Fact]
    public void A_stranger_changes_nothing_before_the_mailbox_has_said_yes()
    {
        var (ops, messages) = SaveSearchHandler.Handle(Save(), Asks(), Clock);
        ops.OfType<SetDue>().ShouldBeEmpty();
        messages.ShouldBe([new AskForConfirmation(Pending.Id, Now)]);
    }

    [Fact]
    public void A_search_that_is_kept_to_be_looked_at_is_not_held_against_the_market()
    {
        var (ops, messages) = SaveSearchHandler.Handle(Save(person: Guid.CreateVersion7()) with { Rhythm = new Rhythm(Frequency.Never) }, Asks(), Clock);
        ops.OfType<DropDue>().ShouldHaveSingleItem();
        messages.ShouldBeEmpty();
    }

    [Fact]
    public void Saving_twice_is_saving_once()
    {
        var (ops, messages) = SaveSearchHandler.Handle(Save(person: Guid.CreateVersion7()), Asks(Active), Clock);
        ops.OfType<SetDue>().ShouldBeEmpty();
        messages.ShouldBeEmpty();
        SaveSearchHandler.Handle(Save(), Asks(Active), Clock).Item2.ShouldBe([new TellAlreadySubscribed(Active.Id, Now)]);
    }

    [Fact]
    public void A_mailbox_that_has_had_enough_hears_nothing() =>
        SaveSearchHandler.Handle(Save(), Asks() with { Quiet = true }, Clock).Item2.ShouldBeEmpty();

    [Fact]
    public void There_is_an_end_to_what_one_can_keep_and_a_stranger_does_not_learn_of_it()
    {
        var full = Asks() with { Running = SaveSearchHandler.Most };
        Refused(() => SaveSearchHandler.Handle(Save(person: Guid.CreateVersion7()), full, Clock)).ShouldBe("Digest.TooManySearches");
        SaveSearchHandler.Handle(Save(), full, Clock).Item2.ShouldBeEmpty();
    }

    [Fact]
    public void Stopping_is_done_at_once_and_once()
    {
        var (events, ops, messages) = StopDigestHandler.Decide(Active, Owner, Words, Now);
        events.ShouldBe([new DigestStopped(StopReason.Unsubscribed, Now)]);
        ops.ShouldBe([new DropDue(Active.Id)]);
        messages.ShouldBe([new ReleaseSearch(Cars.Id, Active.Id), new NoteIdleSubscriber(Owner.Id)]);
        StopDigestHandler.Decide(Stopped, Owner, Words, Now).Item1.ShouldBeEmpty();
    }

    [Fact]
    public void Who_stops_the_letters_of_a_store_follows_it_no_longer_and_who_undoes_it_follows_it_again()
    {
        var (person, seller) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (owner, words) = (Owner with { PersonId = person }, Words with { SellerId = seller });
        StopDigestHandler.Decide(Active, owner, words, Now).Item3.ShouldContain(new SellerLettersStopped(person, seller, Now));
        StopDigestHandler.Decide(Active, owner, Words, Now).Item3.ShouldNotContain(m => m is SellerLettersStopped);
        UndoStopHandler.Decide(Stopped, owner, words, Reached, Now.AddDays(1)).Item3.ShouldContain(new SellerLettersWanted(person, seller, Now.AddDays(1)));
    }

    [Fact]
    public void A_stop_can_be_undone_for_a_week_by_whoever_had_confirmed_it()
    {
        var (events, ops, messages) = UndoStopHandler.Decide(Stopped, Owner, Words, Reached, Now.AddDays(6));
        events.ShouldBe([new StopUndone(Now.AddDays(6))]);
        ops.OfType<SetDue>().ShouldHaveSingleItem().Reached.ShouldBe(Reached);
        messages.OfType<KeepSearch>().ShouldHaveSingleItem();
        Refused(() => UndoStopHandler.Decide(Stopped, Owner, Words, Reached, Now.AddDays(8))).ShouldBe("Digest.TooLateToUndo");
        Refused(() => UndoStopHandler.Decide(Stopped, null, Words, Reached, Now)).ShouldBe("Digest.TooLateToUndo");
        var never = Pending.Apply(new DigestStopped(StopReason.NeverConfirmed, Now));
        Refused(() => UndoStopHandler.Decide(never, Owner, Words, Reached, Now)).ShouldBe("Digest.TooLateToUndo");
    }

    [Fact]
    public void A_pause_moves_the_next_letter_and_forgets_nothing()
    {
        var (events, ops, _) = PauseAlertHandler.Decide(new PauseAlert(Active.Id, 7), Active, Reached, Now);
        events.ShouldBe([new AlertPaused(Now.AddDays(7), Now)]);
        ops.OfType<SetDue>().Single().NextAt.ShouldBe(new DateTimeOffset(2026, 12, 2, 7, 0, 0, TimeSpan.Zero));
        Refused(() => PauseAlertHandler.Decide(new PauseAlert(Active.Id, 1000), Active, Reached, Now)).ShouldBe("Digest.PauseWrong");
        Refused(() => PauseAlertHandler.Decide(new PauseAlert(Active.Id, 7), Stopped, Reached, Now)).ShouldBe("Digest.NotActive");
    }

    [Fact]
    public void Other_hours_move_the_next_letter()
    {
        var weekly = new Rhythm(Frequency.Weekly, 20, DayOfWeek.Friday);
        var (events, ops, messages) = Change(weekly);
        events.ShouldBe([new AlertChanged(weekly, 6, Now)]);
        ops.OfType<SetDue>().Single().NextAt.ShouldBe(new DateTimeOffset(2026, 11, 27, 19, 0, 0, TimeSpan.Zero));
        messages.ShouldBeEmpty();
    }

    [Fact]
    public void Who_wants_no_letters_any_more_is_no_longer_looked_for()
    {
        var (_, ops, messages) = Change(new Rhythm(Frequency.Never));
        ops.OfType<DropDue>().ShouldHaveSingleItem();
        messages.ShouldBe([new ReleaseSearch(Cars.Id, Active.Id)]);
        var quiet = Active.Apply(new AlertChanged(new Rhythm(Frequency.Never), 12, Now));
        ChangeAlertHandler.Decide(new ChangeAlert(Active.Id, Rhythm.Usual, 12, null), quiet, Words, Reached, Now).Item3.ShouldBe([new KeepSearch(Cars, Active.Id, Now)]);
    }

    [Fact]
    public void A_change_names_everything_that_is_wrong_with_it() =>
        Should.Throw<RefusedException>(() => ChangeAlertHandler.Decide(
                new ChangeAlert(Active.Id, new Rhythm((Frequency)9, 24, (DayOfWeek)8, "Mars/Olympus"), 0, new string('x', 61)), Active, Words, Reached, Now))
            .Refusals.Select(r => r.Field).ShouldBe(["Title", "Frequency", "Hour", "Weekday", "Zone", "Cap"]);

    [Fact]
    public void A_name_is_one_line_without_anything_invisible() => SavedSearch.Clean("Car\r\nBcc: x@y.z\u202e\u0000").ShouldBe("Car Bcc: x@y.z");

    [Fact]
    public void A_request_names_everything_that_is_wrong_with_it() =>
        Should.Throw<RefusedException>(() => SaveSearchHandler.Check(Save() with { Address = "amina", Search = null, Cap = 25 }, null))
            .Refusals.Select(r => r.Key).ShouldBe(["Digest.AddressWrong", "Digest.NothingFits", "Digest.CapWrong"]);

    [Theory]
    [InlineData("amina@souq.test\r\nBcc: x@y.test")]
    [InlineData("amina@souq.test, other@souq.test")]
    [InlineData("\"amina bcc\"@souq.test")]
    [InlineData("amina@[127.0.0.1]")]
    [InlineData("<amina@souq.test>")]
    public void Addresses_with_tricks_are_refused(string address) =>
        Should.Throw<RefusedException>(() => SaveSearchHandler.Check(Save() with { Address = address }, null)).Refusals.Single().Key.ShouldBe("Digest.AddressWrong");

    [Fact]
    public void A_request_prints_neither_address_nor_words()
    {
        var printed = (Save() with { Title = "For Karim" }).ToString();
        printed.ShouldNotContain("amina");
        printed.ShouldNotContain("Karim");
    }

    [Fact]
    public void A_mailbox_and_a_search_make_one_subscription()
    {
        DigestSubscription.IdOf(Owner.Id, Cars.Id).ShouldBe(DigestSubscription.IdOf(Owner.Id, Cars.Id));
        DigestSubscription.IdOf(Owner.Id, Cars.Id).ShouldNotBe(DigestSubscription.IdOf(Cars.Id, Owner.Id));
    }

    [Fact]
    public void What_a_subscription_of_old_was_about_is_a_search()
    {
        var old = DigestSubscription.Create(new DigestRequested(Owner.Id, new DigestTopic(11, 28, null), Frequency.Weekly, Language.French, Now))
            .Apply(new FrequencyChanged(Frequency.Daily, Now)).Apply(new DigestConfirmed(Now));
        old.Sends.ShouldBeFalse();
        TakeUpOldAlertsHandler.Read(old.Topic, SmallCatalog.Snapshot, new MadeSearches())!.Query.ShouldBe("section=cars&wilaya=28");
        old.Apply(new TopicRead(Cars.Id, old.Rhythm with { Hour = 9 }, 12, Now)).ShouldSatisfyAllConditions(s => s.Sends.ShouldBeTrue(), s => s.Rhythm.ShouldBe(new Rhythm(Frequency.Daily, 9)));
    }

    [Fact]
    public void Of_a_section_that_is_gone_nothing_is_left_and_it_does_not_become_the_whole_market() =>
        TakeUpOldAlertsHandler.Read(new DigestTopic(99, null, null), SmallCatalog.Snapshot, new MadeSearches()).ShouldBeNull();

    [Theory]
    [InlineData("clio 4", true)]
    [InlineData("سيارة نظيفة", true)]
    [InlineData("Prix ≥ 1 250 000 DA", true)]
    [InlineData("win now at casino.example", false)]
    [InlineData("http://x", false)]
    [InlineData("call 0550 12 34 56", false)]
    [InlineData("me@souq.test", false)]
    public void A_stranger_writes_no_message_of_his_own_into_a_letter(string words, bool passed) =>
        StrangersWords.Harmless([words]).Count.ShouldBe(passed ? 1 : 0);

    private static SaveSearch Save(Guid? person = null) => new(person, person is null ? "amina@souq.test" : null, Cars, null, Rhythm.Usual, 12, Language.Arabic, "network");

    private static Requester Asks(DigestSubscription? known = null) => new(Owner, known, 0, false, Reached);

    private static (Events, IEnumerable<IMartenOp>, Wolverine.OutgoingMessages) Change(Rhythm rhythm) =>
        ChangeAlertHandler.Decide(new ChangeAlert(Active.Id, rhythm, 6, "For Karim"), Active, Words, Reached, Now);

    private static string Refused(Action decide) => Should.Throw<RefusedException>(decide).Refusals.Single().Key;
}
