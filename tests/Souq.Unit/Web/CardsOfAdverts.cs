using Bunit;
using Souq.Kernel;
using Souq.Web.Components;

namespace Souq.Unit.Web;

public class CardsOfAdverts : KitContext
{
    private static ListingCardModel Card => new(4811, "Clio 4", new Price(PriceType.Firm, 2_450_000), "Oran", DateTimeOffset.UtcNow);

    [Fact]
    public void A_card_is_one_link_with_the_price_first()
    {
        using var _ = new InLanguage(Language.French);
        var card = Render<ListingCard>(p => p.Add(c => c.Card, Card));
        card.FindAll("a").Single().GetAttribute("href").ShouldBe("l/4811");
        card.Find(".amount").TextContent.ShouldBe("2\u00A0450\u00A0000 DA");
        card.FindAll("del").ShouldBeEmpty();
    }

    [Fact]
    public void A_price_that_fell_shows_what_it_was() =>
        Render<ListingCard>(p => p.Add(c => c.Card, Card with { OldDinars = 2_600_000 })).FindAll("del").Count.ShouldBe(1);

    [Fact]
    public void A_price_that_rose_does_not() =>
        Render<ListingCard>(p => p.Add(c => c.Card, Card with { OldDinars = 2_000_000 })).FindAll("del").ShouldBeEmpty();

    [Fact]
    public void A_photo_stands_in_its_own_colour_and_nothing_has_an_inline_style()
    {
        var card = Render<ListingCard>(p => p.Add(c => c.Card, Card with { Photo = new PhotoModel("abc", 27), PhotoCount = 3 }));
        card.Find(".frame").ClassList.ShouldContain("tone-27");
        card.Find("img").GetAttribute("src").ShouldBe("/photos/abc/card.webp");
        card.FindAll("[style]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PriceType.Free, "Gratuit")]
    [InlineData(PriceType.OnRequest, "Prix sur demande")]
    public void What_has_no_amount_says_so(PriceType type, string words)
    {
        using var _ = new InLanguage(Language.French);
        Render<PriceTag>(p => p.Add(t => t.Price, new Price(type, null))).Find(".amount").TextContent.ShouldBe(words);
    }
}
