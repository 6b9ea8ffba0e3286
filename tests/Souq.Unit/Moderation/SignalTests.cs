using Souq.Kernel;
using Souq.Moderation.Opening;

namespace Souq.Unit.Moderation;

public sealed class SignalTests
{
    private static readonly SellerRecord Known = new(5, 0);

    [Theory]
    [InlineData("كليو 4 الهاتف 0550123456")]
    [InlineData("Clio 4 tel 05 50 12 34 56")]
    [InlineData("Clio 4 +213 550-12-34-56")]
    [InlineData("سيارة ٠٥٥٠١٢٣٤٥٦")]
    [InlineData("appel 0.6.6.1.2.3.4.5.6.7")]
    [InlineData("fixe 021 63 12 45")]
    public void A_telephone_number_in_the_title_is_seen(string title) => Codes(Cases.Submitted(title: title)).ShouldContain("phone-in-title");

    [Theory]
    [InlineData("Clio 4 2019 95000 km")]
    [InlineData("شقة 3 غرف 120 م2 طابق 4")]
    [InlineData("Terrain 1 250 000 000")]
    [InlineData("Réf 2019-2020 pièce 8200768913")]
    public void Other_numbers_in_the_title_are_no_telephone(string title) => Codes(Cases.Submitted(title: title)).ShouldNotContain("phone-in-title");

    [Theory]
    [InlineData("Robes www.exemple.dz")]
    [InlineData("voir https://exemple.net/a")]
    [InlineData("ملابس insta @boutique.oran")]
    [InlineData("maboutique.com soldes")]
    public void A_link_in_the_title_is_seen(string title) => Codes(Cases.Submitted(title: title)).ShouldContain("link-in-title");

    [Theory]
    [InlineData("Golf 7 R.Line 2.0 TDI")]
    [InlineData("Samsung A52 128Go/6Go")]
    public void A_model_name_is_no_link(string title) => Codes(Cases.Submitted(title: title)).ShouldNotContain("link-in-title");

    [Theory]
    [InlineData(1, true)]
    [InlineData(111, true)]
    [InlineData(12345, true)]
    [InlineData(15000, false)]
    [InlineData(55, false)]
    public void A_price_that_is_none_is_seen(long dinars, bool odd) =>
        Codes(Cases.Submitted(price: new(PriceType.Firm, dinars))).Contains("price-odd").ShouldBe(odd);

    [Fact]
    public void A_price_on_request_is_seen_and_a_gift_is_not()
    {
        Codes(Cases.Submitted(price: new(PriceType.OnRequest, null))).ShouldContain("price-missing");
        Codes(Cases.Submitted(price: new(PriceType.Free, null))).ShouldNotContain("price-missing");
    }

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(0, 2, true)]
    [InlineData(2, 2, false)]
    [InlineData(2, 3, true)]
    public void One_refusal_is_no_record(int approved, int refused, bool seen) =>
        Signals.Of(new(Cases.Submitted(), null, new SellerRecord(approved, refused), null)).Any(s => s.Code == "refused-before").ShouldBe(seen);

    [Fact]
    public void A_plain_advert_of_a_known_seller_is_there_because_every_advert_is() =>
        Codes(Cases.Submitted()).ShouldBe(["before-publication"]);

    [Fact]
    public void The_gravest_comes_first()
    {
        var signals = Signals.Of(new(Cases.Submitted(title: "0550123456", photo: null), null, SellerRecord.None, null));
        signals.Select(s => s.Risk).ShouldBeInOrder(SortDirection.Descending);
        signals[0].Code.ShouldBe("phone-in-title");
    }

    [Fact]
    public void A_code_of_yesterday_is_still_read() => Signals.Known("of-yesterday").Risk.ShouldBe(Risk.Routine);

    private static IReadOnlyList<string> Codes(Souq.Listings.Contracts.ListingSubmitted advert) =>
        [.. Signals.Of(new(advert, null, Known, null)).Select(s => s.Code)];
}
