using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Souq.Listings.Contracts;
using Souq.Moderation.Bulk;
using Souq.Moderation.Deciding;
using Souq.Moderation.Letters.Gathering;
using Souq.Moderation.Rules;
using Souq.Moderation.Undoing;
using Souq.Web.Commands;
using Wolverine.Tracking;

namespace Souq.Integration.Moderation;

/// <summary>Who has many adverts refused for one reason is told so once.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class GatheringTests(ModerationMarket market) : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await market.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_bulk_refusal_is_one_letter_to_each_seller_that_lists_his_adverts_with_a_way_to_appeal_each()
    {
        var mine = await Submit(3, ModerationSteps.FrenchSeller);
        var other = await market.Submit("Clio 4");
        var bulk = await Refuse([.. mine, other], "forbidden", "Contrefaçon");
        await Carry(bulk);
        market.Letters().ShouldBeEmpty();
        await market.Post();
        market.Letters().Count.ShouldBe(2);
        var letter = To("seller02");
        letter.Subject.ShouldNotBeNull().ShouldBe("3 de vos annonces demandent une correction");
        foreach (var advert in mine)
            foreach (var words in new[] { $"appeal/{advert.CaseOf()}", $"offer/{advert.ListingId}", advert.Title }) letter.TextBody.ShouldNotBeNull().ShouldContain(words);
        // What is the same for all is said once.
        letter.TextBody!.Split("Contrefaçon").Length.ShouldBe(2);
        market.Letters().Single(l => l != letter && !l.To.ToString().Contains("seller02", StringComparison.Ordinal)).Subject.ShouldNotBeNull().ShouldContain("Clio 4");
        await market.Post();
        market.Letters().Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_taken_back_within_ten_seconds_is_told_to_nobody()
    {
        var bulk = await Refuse(await Submit(3, ModerationSteps.FrenchSeller), "forbidden");
        (await market.Send(new UndoBulk(bulk, ModerationSteps.Karim))).ShouldBeEmpty();
        await Carry(bulk);
        await market.Post();
        market.Letters().ShouldBeEmpty();
    }

    [Fact]
    public async Task One_by_one_within_some_minutes_they_are_one_letter_for_each_reason()
    {
        var adverts = await Submit(4, ModerationSteps.FrenchSeller);
        foreach (var (advert, reason) in adverts.Zip(["photos", "photos", "price", "photos"]))
        {
            (await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, reason, null))).ShouldBeEmpty();
            market.Clock.Advance(TimeSpan.FromSeconds(20));
        }

        market.Letters().ShouldBeEmpty();
        await market.Post();
        market.Letters().Select(l => l.Subject).ShouldBe(["3 de vos annonces demandent une correction", "Votre annonce est à corriger : Montre 3"], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_has_nothing_else_waiting_hears_at_once()
    {
        var advert = await market.Submit("Montre", ModerationSteps.FrenchSeller);
        await market.Submit("Clio 4");
        await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        market.Letters().ShouldHaveSingleItem().Subject.ShouldNotBeNull().ShouldContain("Montre");
        await market.Post();
        market.Letters().Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_the_others_are_approved_the_one_that_waited_has_its_own_letter()
    {
        var adverts = await Submit(2, ModerationSteps.FrenchSeller);
        await market.Send(new RefuseCase(adverts[0].CaseOf(), 1, ModerationSteps.Karim, "photos", null));
        await market.Send(new ApproveCase(adverts[1].CaseOf(), 1, ModerationSteps.Karim));
        await market.Post();
        market.Letters().Count(l => l.Subject!.Contains("Montre 1", StringComparison.Ordinal) && l.TextBody!.Contains($"appeal/{adverts[0].CaseOf()}", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Told_twice_and_posted_by_four_nodes_at_once_it_is_one_letter()
    {
        var adverts = await Submit(3, ModerationSteps.FrenchSeller);
        var told = new List<TellRefusal>();
        foreach (var advert in adverts)
        {
            await market.Send(new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "photos", null));
            told.Add(new(advert.SellerId, advert.CaseOf(), Decision.IdOf(advert.CaseOf(), 1), 1, "photos", false, market.Clock.GetUtcNow()));
        }

        foreach (var again in told) await market.Tell(again);
        market.Clock.Advance(TellRefusalHandler.Window);
        // That three of them lose is how it works.
        await market.Host.TrackActivity().DoNotAssertOnExceptionsDetected().ExecuteAndWaitAsync(_ => Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            market.Host.Services.GetRequiredService<CommandSender>().Send(new PostRefusals(ModerationSteps.FrenchSeller, "photos", false), Stop))));
        await market.Post();
        var letter = market.Letters().ShouldHaveSingleItem();
        letter.Subject.ShouldNotBeNull().ShouldBe("3 de vos annonces demandent une correction");
        foreach (var again in told) await market.Tell(again);
        await market.Post();
        market.Letters().Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_rule_refused_of_a_file_is_one_letter_that_offers_a_person_for_each()
    {
        await market.Rule(new RuleDraft("Tabac", "Words", "Refuse") { Words = "cigarette", ReasonCode = "forbidden" });
        var adverts = Enumerable.Range(1, 3).Select(i => market.Advert($"Cigarette {i}", ModerationSteps.FrenchSeller)).ToList();
        await market.Tell(new ListingsSubmitted(adverts));
        await market.Post();
        var letter = market.Letters().ShouldHaveSingleItem().TextBody.ShouldNotBeNull();
        foreach (var advert in adverts) letter.ShouldContain($"appeal/{advert.CaseOf()}");
        letter.ShouldContain("Nos règles automatiques");
    }

    private async Task<IReadOnlyList<ListingSubmitted>> Submit(int many, Guid seller)
    {
        var adverts = new List<ListingSubmitted>();
        for (var i = 1; i <= many; i++) adverts.Add(await market.Submit($"Montre {i}", seller));
        return adverts;
    }

    private async Task<Guid> Refuse(IReadOnlyList<ListingSubmitted> adverts, string reason, string? words = null)
    {
        var id = Guid.CreateVersion7();
        (await market.Send(new DecideAlike(id, ModerationSteps.Karim, "Refuse", reason, words, [.. adverts.Select(a => new BulkCase(a.CaseOf(), 1))]))).ShouldBeEmpty();
        return id;
    }

    private async Task Carry(Guid bulk)
    {
        market.Clock.Advance(Intent.Window);
        await market.Tell(new CarryOutBulk(bulk));
    }

    private MimeMessage To(string seller) => market.Letters().Single(l => l.To.ToString().Contains(seller, StringComparison.Ordinal));
}
