using Marten;
using Souq.Accounts.Demo;
using Souq.Listings;
using Souq.Listings.Importing;
using Souq.Moderation;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Weighing;
using Souq.Moderation.Rules.Shipped;
using Souq.TestSupport;
using Case = Souq.Moderation.Case;

namespace Souq.Browser;

/// <summary>Reports that weigh, what they hide, and the rules of the law, as moderators, admins and the seller see them.</summary>
[Collection<OpenMarketCollection>]
public class HidingTests(OpenMarket market)
{
    private static readonly (string Language, int Width)[] Screens = [("", 390), ("/fr", 1280)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_hidden_is_seen_by_its_seller_and_by_a_moderator_who_shows_it_again_by_keyboard()
    {
        var listing = await Published("Table en chêne massif, six chaises", "Très bon état, à venir chercher à Oran.");
        var network = Guid.NewGuid();
        foreach (var (who, words) in new[] { (await Reporter(), "Il demande un acompte avant de montrer la table."), (await Reporter(), "") })
            await market.Tick(new ReportListing(listing.Id, who, who, "fraud", words, Guid.NewGuid()));
        for (var i = 0; i < 3; i++) await market.Tick(new ReportListing(listing.Id, Guid.NewGuid(), null, "sold", null, network));
        await Until(listing, l => l.Life == ListingLife.Hidden);

        foreach (var (language, width) in Screens)
        {
            var seller = await market.Visitor(language, width);
            await seller.SignIn(DemoPeople.Seller);
            await seller.Go($"/l/{listing.Number}");
            await seller.Look($"hidden-own{Named(language, width)}");
            await seller.Go($"/desk/{listing.Number}");
            await seller.Look($"hidden-desk{Named(language, width)}");
            var moderator = await market.Visitor(language, width);
            await moderator.SignIn(DemoPeople.Moderator);
            await moderator.Go("/moderation");
            await moderator.Look($"hidden-queue{Named(language, width)}");
            await moderator.Go($"/moderation/cases/{Case.IdOf("listing", listing.Id)}");
            await moderator.Look($"hidden-case{Named(language, width)}");
        }

        var karim = await market.Visitor("/fr", 1280);
        await karim.SignIn(DemoPeople.Moderator);
        await karim.Go($"/moderation/cases/{Case.IdOf("listing", listing.Id)}");
        await karim.ShouldSee("Masquée sur des signalements fiables");
        await karim.ShouldSee("plusieurs depuis un même réseau");
        await karim.Page.RunAndWaitForResponseAsync(() => karim.Page.Keyboard.PressAsync("a"), answer => answer.Request.Method == "POST");
        await market.Settle();
        await Until(listing, l => l.Life == ListingLife.Published);
    }

    [Fact]
    public async Task What_a_rule_of_the_law_would_have_held_is_hidden_and_the_rule_names_the_law()
    {
        var rule = ShippedRules.All.Single(r => r.Spec.Words.Contains("سجائر"));
        await Waiting.Until(async () =>
        {
            await using var session = market.Service<IModerationStore>().QuerySession();
            return await session.LoadAsync<Souq.Moderation.Rules.Rule>(rule.Id, Stop) is { InForce: not null };
        });
        var listing = await Published("Lot de cuisine", "Avec une cartouche de cigarettes offerte.");
        await Until(listing, l => l.Life == ListingLife.Hidden);
        foreach (var (language, width) in Screens)
        {
            var seller = await market.Visitor(language, width);
            await seller.SignIn(DemoPeople.Seller);
            await seller.Go($"/desk/{listing.Number}");
            await seller.Look($"rule-hidden-desk{Named(language, width)}");
            var admin = await market.Visitor(language, width);
            await admin.SignIn(DemoPeople.Admin);
            foreach (var path in new[] { "/moderation/reports", "/moderation/rules", "/moderation/rules/new", $"/moderation/rules/{rule.Id}" })
            {
                await admin.Go(path);
                foreach (var below in await admin.Page.Locator(".section-picker summary").AllAsync()) await below.ClickAsync();
                await admin.Look($"{path.Split('/')[2]}{(path.EndsWith("new", StringComparison.Ordinal) ? "-new" : path.EndsWith($"{rule.Id}", StringComparison.Ordinal) ? "-law" : "")}{Named(language, width)}");
            }
        }

        // By keyboard alone: into the field, a number, Enter.
        var leila = await market.Visitor("/fr", 1280);
        await leila.SignIn(DemoPeople.Admin);
        await leila.Go("/moderation/reports");
        await leila.Page.FocusAsync("[name=threshold]");
        await leila.Page.Keyboard.PressAsync("Control+a");
        await leila.Page.Keyboard.TypeAsync("30");
        await leila.Page.Keyboard.PressAsync("Enter");
        await leila.Page.WaitForURLAsync("**/moderation/reports?done=1");
        await leila.Look("reports-done");
    }

    private static string Named(string language, int width) => $"{language.Replace('/', '-')}-{width}";

    /// <summary>On the market at once, as from the file of a merchant.</summary>
    private async Task<Listing> Published(string title, string description)
    {
        var reference = $"{Guid.NewGuid():N}";
        await market.Tick(new ImportListings(DemoPeople.IdOf(DemoPeople.Seller), [new ImportRow(1, new Dictionary<string, string>
        {
            ["ref"] = reference, ["section"] = "furniture", ["title"] = title, ["description"] = description, ["price"] = "45000", ["price_unit"] = "da",
            ["price_type"] = "negotiable", ["wilaya"] = "31", ["commune"] = "3101",
        })], Publish: true));
        Listing? found = null;
        await Waiting.Until(async () =>
        {
            await using var session = market.Service<IListingsStore>().QuerySession();
            found = await session.Query<Listing>().FirstOrDefaultAsync(l => l.Ref == reference, Stop);
            if (found is null) return false;
            await using var moderation = market.Service<IModerationStore>().QuerySession();
            return await moderation.LoadAsync<PublicAdvert>(found.Id, Stop) is not null || found.Life == ListingLife.Hidden;
        });
        return found!;
    }

    private Task Until(Listing listing, Func<Listing, bool> holds) => Waiting.Until(async () =>
    {
        await using var session = market.Service<IListingsStore>().QuerySession();
        return holds((await session.LoadAsync<Listing>(listing.Id, Stop))!);
    });

    private async Task<Guid> Reporter()
    {
        var who = Guid.CreateVersion7();
        await using var session = market.Service<IModerationStore>().LightweightSession();
        session.Store(Enumerable.Range(0, 8).Select(i => new ReportVerdict
        {
            Id = Guid.CreateVersion7(),
            By = who,
            CaseId = Guid.CreateVersion7(),
            At = market.Clock.GetUtcNow().AddDays(-30 + i),
            Settled = true,
            Agreed = true,
        }));
        await session.SaveChangesAsync(Stop);
        return who;
    }
}
