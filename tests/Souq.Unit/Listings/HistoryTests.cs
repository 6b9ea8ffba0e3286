using JasperFx.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.History;

namespace Souq.Unit.Listings;

public class HistoryTests
{
    private static readonly Price Price = new(PriceType.Firm, 45_000);

    private static IEvent Happened(object data, long version, DateTimeOffset at)
    {
        var happened = (IEvent)Activator.CreateInstance(typeof(Event<>).MakeGenericType(data.GetType()), data)!;
        (happened.Version, happened.Timestamp) = (version, at);
        return happened;
    }

    private static IReadOnlyList<HistoryEntry> Story(params (object Data, DateTimeOffset At)[] events) =>
        HistoryEntry.Of([.. events.Select((e, i) => Happened(e.Data, i + 1, e.At))]);

    [Fact]
    public void An_entry_says_what_changed_from_what_to_what()
    {
        var story = Story(
            (new DraftStarted(Given.Seller, 1, Given.Now), Given.Now),
            (new WordsWritten("A sofa", "", Price, 1601), Given.Now),
            (new WordsWritten("A grey sofa", "", Price with { Dinars = 40_000 }, 1601), Given.Now));

        story[2].Changes.ShouldBe([new("title", "A sofa", "A grey sofa"), new("price", Price, Price with { Dinars = 40_000 })]);
    }

    [Fact]
    public void A_price_changed_in_public_is_told_from_the_public_price()
    {
        var content = ListingContent.Empty with { Title = "A sofa", Price = Price };
        var story = Story(
            (new Published(1, 1, Given.Seller, content, true, Given.Now, Given.Now.AddDays(60)), Given.Now),
            (new PriceChanged(Price with { Dinars = 40_000 }, 45_000, Given.Now.AddDays(1)), Given.Now));

        story[1].Changes.ShouldBe([new("price", Price, Price with { Dinars = 40_000 })]);
    }

    [Fact]
    public void What_was_written_with_an_older_date_happened_then()
    {
        var then = Given.Now.AddDays(-20);
        var story = Story((new DraftStarted(Given.Seller, 1, then), Given.Now), (new WordsWritten("A sofa", "", Price, 1601), Given.Now), (new Submitted(1, then), Given.Now));

        story.Select(e => e.At).ShouldBe([then, then, then]);
        ListingHistory.Before(story, then)!.Version.ShouldBe(3);
        ListingHistory.Before(story, then.AddSeconds(-1)).ShouldBeNull();
    }

    [Fact]
    public void Every_event_of_an_advert_has_its_words()
    {
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var text = services.GetRequiredService<IStringLocalizer<ListingsText>>();
        var events = typeof(Listing).GetMethods().Where(m => m.Name is "Apply" or "Create").Select(m => m.GetParameters()[0].ParameterType).ToList();

        events.Count.ShouldBeGreaterThan(15);
        events.ShouldAllBe(e => !text["History." + e.Name].ResourceNotFound);
    }
}
