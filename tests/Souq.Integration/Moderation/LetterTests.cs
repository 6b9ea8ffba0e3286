using Souq.Moderation.Deciding;
using Souq.Moderation.Letters.Gathering;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class LetterTests(ModerationMarket market) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await market.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_refused_seller_reads_in_his_language_why_and_what_to_do()
    {
        var advert = await market.Submit("Clio 4 propre", ModerationSteps.FrenchSeller);
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", "La photo est floue."));
        var letter = market.Letters().ShouldHaveSingleItem();
        letter.To.ToString().ShouldContain("seller02@souq.test");
        letter.Subject.ShouldBe("Votre annonce est à corriger : Clio 4 propre");
        letter.TextBody.ShouldNotBeNull().ShouldContain("Les photos ne montrent pas l'article lui-même");
        letter.TextBody.ShouldNotBeNull().ShouldContain("La photo est floue.");
        letter.TextBody.ShouldNotBeNull().ShouldContain("Mettez vos propres photos");
        letter.TextBody.ShouldNotBeNull().ShouldContain($"https://souq.example/fr/offer/{advert.ListingId}");
    }

    [Fact]
    public async Task An_arabic_seller_reads_arabic_whatever_the_moderator_reads()
    {
        var advert = await market.Submit();
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "price", null));
        var letter = market.Letters().ShouldHaveSingleItem();
        letter.Subject.ShouldBe("إعلانك يحتاج إلى تصحيح: كليو 4 نظيفة");
        letter.TextBody.ShouldNotBeNull().ShouldContain("سعر غير واقعي");
        letter.TextBody.ShouldNotBeNull().ShouldContain($"https://souq.example/offer/{advert.ListingId}");
    }

    [Fact]
    public async Task An_approved_seller_gets_the_address_of_his_advert()
    {
        var advert = await market.Submit(seller: ModerationSteps.FrenchSeller);
        await market.Send(new ApproveCase(advert.CaseOf(), 1, ModerationSteps.Karim));
        market.Letters().ShouldHaveSingleItem().TextBody.ShouldNotBeNull().ShouldContain($"https://souq.example/fr/l/{advert.Number}");
    }

    [Fact]
    public async Task A_letter_ordered_twice_is_sent_once()
    {
        var advert = await market.Submit();
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        var refused = new Souq.Moderation.CaseRefused(1, advert.SellerId, ModerationSteps.Karim, "photos", "", market.Clock.GetUtcNow());
        await market.Tell(TellRefusal.Of(advert.CaseOf(), refused));
        market.Letters().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Each_refusal_has_its_own_letter()
    {
        var advert = await market.Submit();
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        await market.Tell(advert with { Revision = 2 });
        await market.Send(new RefuseCase(advert.CaseOf(), 2, ModerationSteps.Karim, "price", null));
        market.Letters().Count.ShouldBe(2);
    }
}
