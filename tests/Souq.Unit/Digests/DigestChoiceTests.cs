using CsCheck;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;
using Souq.Kernel;
using Souq.Listings.Contracts;

namespace Souq.Unit.Digests;

public class DigestChoiceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 11, 0, 0, TimeSpan.Zero);
    private static readonly Guid Me = Guid.CreateVersion7();
    private static readonly Subscriber Reader = new(Guid.CreateVersion7(), "amina@souq.test", Noon) { PersonId = Me };
    private static readonly FoundListing[] Adverts = [.. Enumerable.Range(1, 30).Select(n => Advert(n))];

    [Fact]
    public void When_nothing_is_found_there_is_nothing_to_say()
    {
        Choose([Part(0)]).ShouldBeNull();
        DigestChoice.Of(Reader, [], new HashSet<Guid>()).ShouldBeNull();
    }

    [Fact]
    public void An_advert_that_two_searches_found_is_told_once_and_where_it_says_more()
    {
        var content = Choose([Part(10), Part(2)])!;
        content.Parts.Select(p => p.Adverts.Count).ShouldBe([2, 8]);
        Listings(content).Distinct().Count().ShouldBe(10);
    }

    [Fact]
    public void What_was_told_is_not_told_again() =>
        Listings(Choose([Part(3)], told: [Adverts[0].ListingId, Adverts[2].ListingId])!).ShouldBe([Adverts[1].ListingId]);

    [Fact]
    public void When_all_was_told_there_is_nothing_to_say() => Choose([Part(3)], told: [.. Adverts.Select(a => a.ListingId)]).ShouldBeNull();

    [Fact]
    public void Nobody_is_told_of_his_own_adverts() =>
        Choose([Part([Advert(1, Me), Advert(2)])])!.Parts.Single().Adverts.Single().Number.ShouldBe(2);

    [Fact]
    public void Nobody_is_told_of_a_seller_he_does_not_want_to_see()
    {
        var seller = Guid.CreateVersion7();
        Choose([Part([Advert(1, seller), Advert(2)])], Reader with { Hidden = [seller] })!.Parts.Single().Adverts.Single().Number.ShouldBe(2);
    }

    [Fact]
    public void More_than_the_cap_are_counted_and_not_shown()
    {
        var part = Choose([Part(30, cap: 12, total: 400)])!.Parts.Single();
        part.Adverts.Count.ShouldBe(12);
        part.More.ShouldBe(388);
    }

    [Fact]
    public void What_was_left_out_is_not_counted_as_more() =>
        Choose([Part(10, cap: 4)], told: [Adverts[0].ListingId, Adverts[1].ListingId])!.Parts.Single().More.ShouldBe(4);

    [Fact]
    public void A_broad_search_says_how_many_in_each_section_when_it_does_not_show_all()
    {
        Choose([Part(30, cap: 3)])!.Parts.Single().Sections.ShouldBe([new SectionCount(1, 20), new SectionCount(2, 10)]);
        Choose([Part(3, cap: 3)])!.Parts.Single().Sections.ShouldBeEmpty();
    }

    [Fact]
    public void A_price_that_came_down_says_by_how_much()
    {
        ToldAdvert.Of(Advert(1) with { Was = 1_420_000 }).Drop.ShouldBe(12);
        ToldAdvert.Of(Advert(1) with { Was = 1_000_000 }).Drop.ShouldBe(0);
        ToldAdvert.Of(Advert(1)).Drop.ShouldBe(0);
    }

    /// <summary>Any searches, any caps, any past: nothing twice, nothing known, nothing of one's own, never more than a letter holds.</summary>
    [Fact]
    public void Whatever_searches_find_nothing_is_told_twice() => Gen.Select(
        Gen.Select(Gen.Int[0, 29].Array[0, 30], Gen.Int[1, 24]).Array[1, 8], Gen.Int[0, 29].Array[0, 12]).Sample((found, known) =>
    {
        var told = known.Select(i => Adverts[i].ListingId).ToHashSet();
        var parts = found.Select(f => Part([.. f.Item1.Distinct().Select(i => Adverts[i])], f.Item2)).ToArray();
        if (Choose(parts, told: told) is not { } content) return parts.All(p => p.News!.Listings.All(l => told.Contains(l.ListingId)));
        var listings = Listings(content);
        return listings.Distinct().Count() == listings.Count && !listings.Any(told.Contains) && listings.Count <= DigestChoice.MostShown
            && content.Parts.All(p => p.More >= 0 && p.Adverts.Count <= parts.Single(x => x.Subscription.Id == p.Subscription).Subscription.Cap);
    });

    private static DigestContent? Choose(DuePart[] due, Subscriber? reader = null, HashSet<Guid>? told = null) => DigestChoice.Of(reader ?? Reader, due, told ?? []);

    private static List<Guid> Listings(DigestContent content) => [.. content.Parts.SelectMany(p => p.Adverts).Select(a => a.ListingId)];

    private static DuePart Part(int count, int cap = 12, int? total = null) => Part(Adverts[..count], cap, total);

    private static DuePart Part(FoundListing[] found, int cap = 12, int? total = null)
    {
        var subscription = new DigestSubscription { Id = Guid.CreateVersion7(), SearchId = Guid.CreateVersion7(), Cap = cap };
        var wish = new NewsWish(subscription.SearchId.Value, 0, 9, DigestChoice.Looked);
        return new DuePart(subscription, new SavedSearch(subscription.Id, Reader.Id, wish.SearchId, "q=clio", null), new SearchNews(wish, found, total ?? found.Length, [(1, 20), (2, 10)]));
    }

    private static FoundListing Advert(int number, Guid? seller = null) => new(
        Guid.CreateVersion7(), number, seller ?? Guid.CreateVersion7(), 11, $"Clio {number}", new Price(PriceType.Negotiable, 1_250_000), null, 3101, null, Noon);
}
