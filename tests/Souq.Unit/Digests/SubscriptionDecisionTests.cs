using Microsoft.Extensions.Time.Testing;
using Souq.Digests.Managing;
using Souq.Digests.Subscribing;
using Souq.Kernel;

namespace Souq.Unit.Digests;

public class SubscriptionDecisionTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
    private static readonly DigestTopic Cars = new(11, 28, null);
    private static readonly Guid Owner = Guid.CreateVersion7();
    private static readonly DigestSubscription Pending =
        DigestSubscription.Create(new DigestRequested(Owner, Cars, Frequency.Daily, Language.Arabic, Clock.GetUtcNow()));
    private static readonly DigestSubscription Active = Pending.Apply(new DigestConfirmed(Clock.GetUtcNow()));
    private static readonly DigestSubscription Stopped = Active.Apply(new DigestStopped(StopReason.Unsubscribed, Clock.GetUtcNow()));

    [Fact]
    public void Only_the_mailboxs_owner_makes_a_subscription_count()
    {
        Pending.Status.ShouldBe(SubscriptionStatus.Pending);
        ConfirmDigestHandler.Handle(new ConfirmDigest(Pending.Id), Pending, Clock).Item1.ShouldBe([new DigestConfirmed(Clock.GetUtcNow())]);
    }

    [Fact]
    public void Confirming_twice_is_confirming_once() =>
        ConfirmDigestHandler.Handle(new ConfirmDigest(Active.Id), Active, Clock).Item1.ShouldBeEmpty();

    [Fact]
    public void An_old_confirmation_link_does_not_revive_a_stopped_subscription() =>
        Should.Throw<RefusedException>(() => ConfirmDigestHandler.Handle(new ConfirmDigest(Stopped.Id), Stopped, Clock))
            .Refusals.Single().Key.ShouldBe("Digest.NoLongerWaiting");

    [Fact]
    public void A_stopped_subscription_can_be_asked_for_again()
    {
        var again = Stopped.Apply(new DigestRequested(Owner, Cars, Frequency.Weekly, Language.French, Clock.GetUtcNow()));
        again.Status.ShouldBe(SubscriptionStatus.Pending);
        again.ConfirmedAt.ShouldBeNull();
        again.Frequency.ShouldBe(Frequency.Weekly);
    }

    [Fact]
    public void Stopping_is_done_at_once_and_once()
    {
        var (events, messages) = StopDigestHandler.Handle(new StopDigest(Active.Id), Active, Clock);
        events.ShouldBe([new DigestStopped(StopReason.Unsubscribed, Clock.GetUtcNow())]);
        messages.ShouldBe([new ForgetIdleSubscriber(Owner)]);
        StopDigestHandler.Handle(new StopDigest(Stopped.Id), Stopped, Clock).Item1.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_active_has_no_frequency_to_change() =>
        Should.Throw<RefusedException>(() => ChangeFrequencyHandler.Handle(new ChangeFrequency(Stopped.Id, Frequency.Weekly), Stopped, Clock));

    [Fact]
    public void A_request_names_everything_that_is_wrong_with_it()
    {
        var request = new RequestDigest("amina", new DigestTopic(99, 70, 9999), Frequency.Daily, Language.Arabic, "n");
        Should.Throw<RefusedException>(() => RequestDigestHandler.Check(request, SmallCatalog.Snapshot))
            .Refusals.Select(r => r.Field).ShouldBe(["Address", "Section", "Wilaya", "Commune"]);
    }

    [Fact]
    public void A_request_does_not_print_the_address() =>
        new RequestDigest("amina@souq.test", Cars, Frequency.Daily, Language.Arabic, "network").ToString().ShouldNotContain("amina");

    [Fact]
    public void A_mailbox_and_a_topic_make_one_subscription()
    {
        DigestSubscription.IdOf(Owner, Cars).ShouldBe(DigestSubscription.IdOf(Owner, new DigestTopic(11, 28, null)));
        DigestSubscription.IdOf(Owner, Cars).ShouldNotBe(DigestSubscription.IdOf(Owner, new DigestTopic(11, null, 28)));
    }
}
