using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Importing;
using Souq.Listings.Writing;

namespace Souq.Unit.Listings;

/// <summary>What an amount may buy is the section's to say.</summary>
public sealed class PriceUnitTests
{
    private static readonly Section Rentals = Given.Catalog.Section("holiday-rentals")!;

    [Theory]
    [InlineData("cars", PricePer.Whole, null)]
    [InlineData("cars", PricePer.Month, "Price.PerNotHere")]
    [InlineData("land", PricePer.SquareMetre, null)]
    [InlineData("holiday-rentals", PricePer.Night, null)]
    [InlineData("holiday-rentals", PricePer.Hour, "Price.PerNotHere")]
    [InlineData("job-offers", PricePer.Whole, "Price.PerNotHere")]
    [InlineData("car-rental", PricePer.Day, null)]
    public void An_amount_buys_what_the_section_counts_in(string section, PricePer per, string? reason) =>
        ListingRules.Price(Given.Catalog.Section(section)!, new Price(PriceType.Firm, 8_000, per)).Select(r => r.Key).ShouldBe(reason is null ? [] : [reason]);

    [Fact]
    public void What_is_asked_already_may_stay_when_the_section_counts_otherwise_now()
    {
        var asked = new Price(PriceType.Firm, 8_000, PricePer.Hour);
        ListingRules.Price(Rentals, asked with { Dinars = 7_000 }, asked).ShouldBeEmpty();
    }

    [Fact]
    public void A_price_without_an_amount_buys_nothing_to_be_counted() =>
        ListingRules.Price(Given.Catalog.Section("job-offers")!, new Price(PriceType.OnRequest, null)).ShouldBeEmpty();

    [Fact]
    public void In_a_file_a_blank_unit_is_the_usual_one()
    {
        var cells = new Dictionary<string, string> { ["price"] = "8000" };
        PriceCells.Read(c => cells.GetValueOrDefault(c, ""), Rentals.PricePers[0]).Price.ShouldBe(new Price(PriceType.Firm, 8_000, PricePer.Night));
        PriceCells.Read(c => cells.GetValueOrDefault(c, "")).Price.ShouldBe(new Price(PriceType.Firm, 8_000));
    }
}
