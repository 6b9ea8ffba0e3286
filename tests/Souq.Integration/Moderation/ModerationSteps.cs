using Marten;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Souq.Accounts.Demo;
using Souq.Accounts.Profile;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Moderation.Appeals;
using Souq.Moderation.Letters.Gathering;
using Souq.Moderation.Modes;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Weighing;
using Souq.Moderation.Rules;
using Souq.Moderation.Undoing;
using Souq.Web.Commands;
using Wolverine.Tracking;
using Case = Souq.Moderation.Case;

namespace Souq.Integration.Moderation;

/// <summary>What happens in a market before and after a decision.</summary>
internal static class ModerationSteps
{
    private static long number = 10_000;

    public static readonly Guid Seller = DemoPeople.IdOf(DemoPeople.Seller);
    public static readonly Guid FrenchSeller = DemoPeople.IdOf("seller02@souq.test");
    public static readonly Guid Karim = DemoPeople.IdOf(DemoPeople.Moderator);
    public static readonly Guid Leila = DemoPeople.IdOf(DemoPeople.Admin);

    public static ListingSubmitted Advert(this ModerationMarket market, string title = "كليو 4 نظيفة", Guid? seller = null) => new(
        Guid.CreateVersion7(), 1, Interlocked.Increment(ref number), seller ?? Seller, 100, title, 3101,
        new Price(PriceType.Negotiable, 1_850_000), "photo", market.Clock.GetUtcNow());

    /// <summary>An advert is submitted, and its case is there when this returns.</summary>
    public static async Task<ListingSubmitted> Submit(this ModerationMarket market, string title = "كليو 4 نظيفة", Guid? seller = null)
    {
        var advert = market.Advert(title, seller);
        await market.Tell(advert);
        return advert;
    }

    /// <summary>An advert that came to the market without ever waiting for a moderator, as from a merchant's file.</summary>
    public static async Task<ListingSubmitted> Publish(this ModerationMarket market, string title = "كليو 4 نظيفة", Guid? seller = null)
    {
        var a = market.Advert(title, seller);
        await market.Tell(new ListingPublished(
            a.ListingId, a.Revision, a.Number, a.SellerId, a.SectionId, a.Title, a.CommuneCode, a.Price, a.PhotoId, First: true, a.At));
        return a;
    }

    /// <summary>A seller who wants his letters in English.</summary>
    public const string EnglishSeller = "seller04@souq.test";

    public static async Task SpeaksEnglish(this ModerationMarket market) =>
        (await market.Send(new ChangeProfile(DemoPeople.IdOf(EnglishSeller), "Rachid", null, false, Language.English))).ShouldBeEmpty();

    /// <summary>Somebody, or with <c>null</c> a visitor of his own, reports an advert.</summary>
    public static Task<IReadOnlyList<Refusal>> Report(this ModerationMarket market, ListingSubmitted advert, Guid? by, string? reason = "fraud", string? words = null) =>
        market.Send(new ReportListing(advert.ListingId, by ?? Guid.CreateVersion7(), by, reason, words));

    /// <summary>Somebody with whom moderators agreed often enough.</summary>
    public static async Task<Guid> Reporter(this ModerationMarket market, int agreed = 8)
    {
        var who = Guid.CreateVersion7();
        await using var session = market.Store.LightweightSession();
        session.Store(Enumerable.Range(0, agreed).Select(i => new ReportVerdict
        {
            Id = Guid.CreateVersion7(),
            By = who,
            CaseId = Guid.CreateVersion7(),
            At = market.Clock.GetUtcNow().AddDays(-agreed + i),
            Settled = true,
            Agreed = true,
        }));
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        return who;
    }

    /// <summary>The seller does not agree with the last decision.</summary>
    public static async Task Appeal(this ModerationMarket market, ListingSubmitted advert, string words = "Mes propres photos.") =>
        (await market.Send(new AppealDecision(advert.CaseOf(), advert.SellerId, words))).ShouldBeEmpty();

    /// <summary>A rule that is in force.</summary>
    public static async Task<Guid> Rule(this ModerationMarket market, RuleDraft draft)
    {
        var id = Guid.CreateVersion7();
        (await market.Send(new WriteRule(id, 0, draft, Leila))).ShouldBeEmpty();
        if (draft.Effect == nameof(RuleEffect.Refuse)) (await market.Send(new TryRule(id, 7, Leila))).ShouldBeEmpty();
        (await market.Send(new PutRuleInForce(id, 1, Leila))).ShouldBeEmpty();
        return id;
    }

    public static async Task<Rule> Rule(this ModerationMarket market, Guid id)
    {
        await using var session = market.Store.QuerySession();
        return (await session.LoadAsync<Rule>(id)).ShouldNotBeNull();
    }

    /// <summary>When moderators look at the section of <see cref="Advert"/>.</summary>
    public static async Task Mode(this ModerationMarket market, ReviewMode mode, int sampled = 0, int first = 3) =>
        (await market.Send(new SetReviewMode(100, mode.ToString(), first, sampled, Leila))).ShouldBeEmpty();

    public static async Task<Trial> Trial(this ModerationMarket market, Guid rule)
    {
        await using var session = market.Store.QuerySession();
        return (await session.LoadAsync<Trial>(rule)).ShouldNotBeNull();
    }

    /// <summary>A trial as it stands while it runs.</summary>
    public static async Task Begin(this ModerationMarket market, Trial trial)
    {
        await using var session = market.Store.LightweightSession();
        session.Store(trial);
        await session.SaveChangesAsync();
    }

    /// <summary>Whether a rule was right, of each advert it found.</summary>
    public static async Task<IReadOnlyList<bool?>> Records(this ModerationMarket market, Guid rule)
    {
        await using var session = market.Store.QuerySession();
        return [.. (await session.Query<RuleRecord>().Where(r => r.RuleId == rule).ToListAsync()).Select(r => r.Right)];
    }

    public static Task<ITrackedSession> Tell(this ModerationMarket market, object fact) => market.Host.SendMessageAndWaitAsync(fact);

    /// <summary>A command, with all that follows from it.</summary>
    public static async Task<IReadOnlyList<Refusal>> Send(this ModerationMarket market, object command)
    {
        IReadOnlyList<Refusal> refusals = [];
        await market.Host.ExecuteAndWaitAsync(async () =>
            refusals = await market.Host.Services.GetRequiredService<CommandSender>().Send(command));
        return refusals;
    }

    /// <summary>The time to take decisions back passes, and they take effect.</summary>
    public static async Task Settle(this ModerationMarket market)
    {
        market.Clock.Advance(Intent.Window);
        await market.Tell(new CarryOutDueDecisions(market.Clock.GetUtcNow()));
    }

    /// <summary>Letters have waited for others like them, and are posted.</summary>
    public static async Task Post(this ModerationMarket market)
    {
        market.Clock.Advance(TellRefusalHandler.Window);
        await market.Tell(new PostDueRefusals(market.Clock.GetUtcNow()));
    }

    public static Guid CaseOf(this ListingSubmitted advert) => Case.IdOf(SubjectKinds.Listing, advert.ListingId);

    public static async Task<Case> Find(this ModerationMarket market, ListingSubmitted advert)
    {
        await using var session = market.Store.QuerySession();
        return (await session.LoadAsync<Case>(advert.CaseOf())).ShouldNotBeNull();
    }

    public static async Task<IReadOnlyList<string>> Events(this ModerationMarket market, ListingSubmitted advert)
    {
        await using var session = market.Store.QuerySession();
        return [.. (await session.Events.FetchStreamAsync(advert.CaseOf())).Select(e => e.Data.GetType().Name)];
    }

    public static async Task<IReadOnlyList<QueueItem>> Queue(this ModerationMarket market)
    {
        await using var session = market.Store.QuerySession();
        return await session.Query<QueueItem>().OrderBy(i => i.Since).ThenBy(i => i.Number).ToListAsync();
    }

    public static IReadOnlyList<MimeMessage> Letters(this ModerationMarket market) => Directory.Exists(market.Mailbox)
        ? [.. Directory.GetFiles(market.Mailbox, "*.eml").Order().Select(path => MimeMessage.Load(path))]
        : [];
}
