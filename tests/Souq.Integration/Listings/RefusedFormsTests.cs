using Souq.Accounts.Demo;
using Souq.Integration.Road;

namespace Souq.Integration.Listings;

[Collection(nameof(Market))]
public sealed class RefusedFormsTests(Market market)
{
    [Theory]
    [InlineData("/fr", "Titre trop court")]
    [InlineData("", "العنوان")]
    public async Task Refused_words_come_back_as_they_were_typed_with_reasons_in_the_readers_language(string language, string reason)
    {
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var page = await (await seller.Open($"{language}/offer?section=cars")).Submit("details",
            ("attr.make", "Renault"), ("attr.model", "Clio"), ("attr.year", "2019"));
        page = await page.Submit("words", ("title", "Cl"), ("description", "Propre\nدون عيوب"), ("price_type", "BestOffer"),
            ("price", "beaucoup"), ("price_unit", "Million"), ("wilaya", "31"), ("commune", ""));

        page.Address.AbsolutePath.ShouldEndWith("/words");
        page.Error("title").ShouldContain(reason);
        page.Error("price").ShouldNotBeEmpty();
        page.Error("commune").ShouldNotBeEmpty();
        page.Field("title").ShouldBe("Cl");
        page.Field("description")!.ReplaceLineEndings("\n").ShouldBe("Propre\nدون عيوب");
        page.Field("price").ShouldBe("beaucoup");
        page.Field("price_unit").ShouldBe("Million");
        page.Field("wilaya").ShouldBe("31");
        page.Document.QuerySelector("input[name=price_type][checked]")!.GetAttribute("value").ShouldBe("BestOffer");
        page.Document.QuerySelector("select[name=commune] option[value='3101']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("/fr")]
    [InlineData("")]
    public async Task Refused_details_come_back_as_they_were_typed(string language)
    {
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var page = await (await seller.Open($"{language}/offer?section=cars")).Submit("details",
            ("attr.make", ""), ("attr.model", "Clio"), ("attr.year", "1066"), ("attr.energy", "diesel"), ("attr.version", "Intens"));

        page.Address.AbsolutePath.ShouldEndWith("/offer");
        page.Error("attr.make").ShouldNotBeEmpty();
        page.Error("attr.year").ShouldContain("1");
        page.Field("attr.year").ShouldBe("1066");
        page.Field("attr.model").ShouldBe("Clio");
        page.Field("attr.version").ShouldBe("Intens");
        page.Document.QuerySelector("[name='attr.energy'] [selected], [name='attr.energy'][checked]").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_button_pressed_twice_is_one_submission()
    {
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var preview = await seller.Preview($"Téléphone {RoadSteps.NewWord()}");
        var listing = await market.Submit(preview);
        (await market.Submit(preview)).Revision.ShouldBe(listing.Revision);
    }
}
