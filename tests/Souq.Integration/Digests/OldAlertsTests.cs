using Souq.Digests;
using Souq.Digests.Contracts;
using Souq.Digests.Managing;
using Souq.Digests.Subscribing;
using Souq.Kernel;
using Souq.TestSupport;

namespace Souq.Integration.Digests;

[Collection(DigestsCollection.Name)]
public sealed class OldAlertsTests
{
    private readonly DigestsMarket market;
    private readonly string amina = $"amina-{Guid.NewGuid():n}@souq.test";

    public OldAlertsTests(DigestsMarket market)
    {
        this.market = market;
        market.Sink.Mood = SmtpMood.Willing;
        market.Clock.Advance(TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task Alerts_of_the_time_when_they_were_about_a_section_and_a_place_go_on()
    {
        var subscriber = new Subscriber(Guid.CreateVersion7(), amina, market.Clock.GetUtcNow());
        var (weekly, gone) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (cars, at) = (market.Catalog.Section("cars")!.Id, market.Clock.GetUtcNow());
        await using (var session = market.Service<IDigestsStore>().LightweightSession())
        {
            session.Store(subscriber);
            session.Events.StartStream<DigestSubscription>(weekly, new DigestRequested(subscriber.Id, new DigestTopic(cars, 31, null), Frequency.Weekly, Language.French, at),
                new DigestConfirmed(at), new FrequencyChanged(Frequency.Daily, at));
            session.Events.StartStream<DigestSubscription>(gone, new DigestRequested(subscriber.Id, new DigestTopic(999_999, null, null), Frequency.Daily, Language.French, at), new DigestConfirmed(at));
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        // As it was written at that time.
        await market.Count($$"""
            with old as (update digests.mt_doc_digestsubscription set data = jsonb_build_object(
              'id', id, 'version', 3, 'subscriberId', '{{subscriber.Id}}', 'topic', jsonb_build_object('sectionId', {{cars}}, 'wilaya', 31, 'commune', null),
              'frequency', 'Daily', 'language', 'French', 'status', 'Active', 'requestedAt', '{{at:O}}', 'confirmedAt', '{{at:O}}') where id = '{{weekly}}' returning 1)
            select count(*) from old
            """);
        await market.Send(new TakeUpOldAlerts());
        (await market.Load(gone)).Status.ShouldBe(SubscriptionStatus.Stopped);
        (await market.Load(weekly)).Rhythm.ShouldBe(new Rhythm(Frequency.Daily));

        await market.Publish("For one of old");
        market.GoTo(days: 1, hour: 8);
        await market.Tick();
        market.MailTo(amina).ShouldHaveSingleItem().TextBody!.ShouldContain("For one of old");
        await market.RebuildsAsItWas();
        await market.Send(new StopAll(subscriber.Id));
        (await market.Load(weekly)).Status.ShouldBe(SubscriptionStatus.Stopped);
    }
}
