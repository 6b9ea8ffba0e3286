using Marten;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Souq.Accounts;
using Souq.Accounts.Contracts;
using Souq.Accounts.Roles;
using Souq.Accounts.Trust;
using Souq.Listings.Contracts;
using Souq.Messaging.Contracts;
using Souq.Moderation.Contracts;
using Souq.TestSupport;
using Souq.Web.Commands;
using Wolverine.Tracking;

namespace Souq.Integration.Accounts;

// The days that pass here would end what other tests wait for: a market of its own.
public sealed partial class TrustTests(AccountsFixture fixture, TestCluster cluster) : IClassFixture<AccountsFixture>
{
    private readonly AccountsMarket market = fixture.Market;

    [Fact]
    public async Task Facts_that_come_twice_count_once_and_the_level_is_told_once()
    {
        var (_, id) = await Member(days: 4);
        var (first, second) = (Decided(id, Outcome.Approved), Decided(id, Outcome.Approved));

        var told = new List<TrustChanged>();
        foreach (var fact in new[] { first, first, second, second, first }) told.AddRange(await Send(fact));

        told.ShouldHaveSingleItem().ShouldBe(new TrustChanged(id, TrustLevel.Known, Now));
        (await StandingOf(id))!.Approved.ShouldBe(2);
        (await MemberOf(id)).Trust.ShouldBe(TrustLevel.Known);
        (await LevelsOf(id)).ShouldBe([nameof(TrustRaised)]);
    }

    [Fact]
    public async Task What_nobody_has_looked_at_wins_no_trust_and_what_is_removed_of_it_loses_some()
    {
        var (_, id) = await Member(days: 4);
        var passed = Decided(id, Outcome.Approved) with { Passed = true };
        await Send(passed);
        (await StandingOf(id))?.Approved.ShouldBe(0);
        await Send(passed with { Outcome = Outcome.Removed, Passed = false });
        (await StandingOf(id))!.Removed.ShouldBe(1);
    }

    [Fact]
    public async Task Two_nodes_that_hear_of_one_seller_at_once_count_everything()
    {
        await using var other = await AccountsMarket.Open(cluster, market.Connection);
        var (_, id) = await Member(days: 4);
        other.Clock.SetUtcNow(Now);
        var facts = Enumerable.Range(0, 12).Select(_ => Decided(id, Outcome.Approved)).ToList();

        // Each fact on both nodes.
        await Task.WhenAll(new[] { market, other }.Select(node => node.Host.ExecuteAndWaitAsync(
            context => Task.WhenAll(facts.Select(fact => context.PublishAsync(fact).AsTask())))));

        (await StandingOf(id))!.Approved.ShouldBe(12);
        (await LevelsOf(id)).ShouldBe([nameof(TrustRaised)]);
    }

    [Fact]
    public async Task A_removal_costs_the_trust_and_an_appeal_that_is_won_gives_it_back()
    {
        var (_, id) = await Trusted();
        var removed = Decided(id, Outcome.Removed);

        (await Send(removed)).ShouldHaveSingleItem().Level.ShouldBe(TrustLevel.Known);
        var person = await MemberOf(id);
        person.Trust.ShouldBe(TrustLevel.Known);
        person.LoweredFor.ShouldBe([TrustBreach.Removals]);
        market.Clock.Advance(TimeSpan.FromMinutes(1));

        (await Send(removed with { Outcome = Outcome.Restored, At = Now })).ShouldHaveSingleItem().Level.ShouldBe(TrustLevel.Trusted);
        var standing = (await StandingOf(id))!;
        (standing.Approved, standing.Removed, standing.Removals.Count).ShouldBe((11, 0, 0));
        (await LevelsOf(id)).ShouldBe([nameof(TrustRaised), nameof(TrustRaised), nameof(TrustLowered), nameof(TrustRaised)]);
    }

    [Fact]
    public async Task The_level_is_the_same_when_it_is_made_anew_from_the_events()
    {
        var (_, id) = await Trusted();
        await Send(Decided(id, Outcome.Removed));
        var kept = await MemberOf(id);

        await market.Host.Rebuild(typeof(IAccountsStore));

        var rebuilt = await MemberOf(id);
        (rebuilt.Trust, rebuilt.TrustSince, rebuilt.LoweredFrom).ShouldBe((kept.Trust, kept.TrustSince, kept.LoweredFrom));
        rebuilt.LoweredFor.ShouldBe(kept.LoweredFor);
    }

    [Fact]
    public async Task The_clock_raises_who_only_had_to_wait()
    {
        var (_, id) = await Member(days: 0);
        for (var i = 0; i < 2; i++) (await Send(Decided(id, Outcome.Approved))).ShouldBeEmpty();
        (await Tick(id)).ShouldBeEmpty();

        market.Clock.Advance(TimeSpan.FromDays(3));

        (await Tick(id)).ShouldHaveSingleItem().Level.ShouldBe(TrustLevel.Known);
        (await Tick(id)).ShouldBeEmpty();
        (await StandingOf(id))!.DueAt.ShouldBeNull();
    }

    [Fact]
    public async Task The_clock_comes_to_everybody_slice_by_slice()
    {
        var ids = Enumerable.Range(0, LookAtTrustHandler.Batch + 5).Select(_ => Guid.NewGuid()).ToList();
        await using var session = market.Store.LightweightSession();
        session.Store(ids.Select(id => new Standing { Id = id, DueAt = Now.AddDays(-1) }));
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);

        var looked = (await market.Host.SendMessageAndWaitAsync(new LookAtTrust(Now), timeoutInMilliseconds: 30_000)).Executed.MessagesOf<LookAgain>().ToList();

        ids.ShouldAllBe(id => looked.Any(l => l.PersonId == id));
        foreach (var id in ids) session.Delete<Standing>(id);
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_person_who_writes_at_the_moment_his_level_changes_loses_neither()
    {
        var (email, id) = await Member(days: 4);
        await Send(Decided(id, Outcome.Approved));
        var membership = await MemberOf(id);

        await market.Host.ExecuteAndWaitAsync(context => Task.WhenAll(
            context.PublishAsync(Decided(id, Outcome.Approved)).AsTask(),
            market.Host.Services.GetRequiredService<CommandSender>().Send(new GrantRole(id, "tester", null))));

        var after = await MemberOf(id);
        (after.Trust, after.Version).ShouldBe((TrustLevel.Known, membership.Version + 2));
        after.Roles.ShouldContain("tester");
        (await market.Person(email)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Sales_count_however_they_are_told_and_each_advert_once()
    {
        var (_, id) = await Member(days: 0);
        var sold = Enumerable.Range(0, 3).Select(_ => new ListingEnded(Guid.CreateVersion7(), 1, id, ListingEnd.Sold, Now)).ToList();
        var other = new ListingEnded(Guid.CreateVersion7(), 1, id, ListingEnd.Withdrawn, Now);

        await Send(sold[0]);
        await Send(new ListingsEnded([.. sold, .. sold, other]));

        (await StandingOf(id))!.Sold.ShouldBe(3);
    }

    [Fact]
    public async Task An_answer_counts_once_for_each_conversation_and_a_question_never()
    {
        var ((_, seller), (_, buyer)) = (await Member(days: 0), await Member(days: 0));
        var listing = Guid.CreateVersion7();
        await Send(new ListingPublished(
            listing, 1, 77_001, seller, 1, "Renault Clio", 3101, new(Kernel.PriceType.Firm, 1_250_000), null, true, Now));
        var question = new MessageSent(Guid.CreateVersion7(), Guid.CreateVersion7(), listing, buyer, seller, Now);
        var answer = question with { MessageId = Guid.CreateVersion7(), FromId = seller, ToId = buyer };

        foreach (var message in new[] { question, answer, answer, answer with { MessageId = Guid.CreateVersion7() } }) await Send(message);

        (await StandingOf(seller))!.Answered.ShouldBe(1);
        (await StandingOf(buyer)).ShouldBeNull();
    }

    [Fact]
    public async Task Who_is_gone_leaves_nothing_and_late_news_bring_nothing_back()
    {
        var (email, id) = await Trusted();
        using var browser = await market.SignedInAs(email, AccountsMarket.Sentence);
        var form = await browser.Open("/fr/me/erase");
        await market.Follow(() => form.Submit("erase", ("password", AccountsMarket.Sentence)));

        (await Send(Decided(id, Outcome.Approved))).ShouldBeEmpty();

        (await StandingOf(id)).ShouldBeNull();
        await using var session = market.Store.QuerySession();
        (await session.Query<AdvertRecord>().CountAsync(r => r.PersonId == id, TestContext.Current.CancellationToken)).ShouldBe(0);
        (await MemberOf(id)).Trust.ShouldBe(TrustLevel.New);
    }

    [Theory]
    [InlineData("", "ar", "مستواك: جديد", "المستوى التالي: معروف", "إعلانان مقبولان", "1 من 2")]
    [InlineData("/fr", "fr", "Votre niveau : Nouveau", "Le niveau suivant : Connu", "2 annonces approuvées", "1 sur 2")]
    [InlineData("/en", "en", "Your level: New", "The next level: Known", "2 adverts approved", "1 of 2")]
    public async Task The_page_says_the_level_and_the_way_to_the_next(string culture, string language, params string[] said)
    {
        var (email, id) = await Member(days: 0);
        await Send(Decided(id, Outcome.Approved));
        using var browser = await market.SignedInAs(email, AccountsMarket.Sentence);
        (await browser.Open(culture + "/me")).Document.QuerySelector("a[href='account/trust']").ShouldNotBeNull();

        var page = await browser.Open(culture + "/account/trust");

        page.Document.DocumentElement.GetAttribute("lang").ShouldNotBeNull().ShouldStartWith(language);
        var text = page.Text("main").Replace('\u00a0', ' ');
        foreach (var words in said) text.ShouldContain(words);
        page.Document.QuerySelectorAll(".trust-list .met svg[aria-label]").Length.ShouldBe(3);
        // The market of the tests has room for a thousand.
        text.ShouldMatch(@"1\D?000");
    }

    [Fact]
    public async Task The_page_says_why_the_level_went_down()
    {
        var (email, id) = await Trusted();
        await Send(Decided(id, Outcome.Removed));
        using var browser = await market.SignedInAs(email, AccountsMarket.Sentence);

        var page = await browser.Open("/fr/account/trust");

        page.Text(".notice").ShouldContain("Votre niveau a baissé");
        page.Text(".notice").ShouldContain("Une annonce, un message ou autre chose de vous a été retiré");
        page.Text("main").ShouldContain("Vos annonces paraissent tout de suite");
    }

    [Fact]
    public async Task The_page_is_for_who_is_signed_in()
    {
        using var visitor = market.Browser();
        (await visitor.Open("/fr/account/trust")).Address.AbsolutePath.ShouldBe("/fr/signin");
    }

    [Fact]
    public async Task Moderators_see_the_level_and_not_who_it_is()
    {
        var (email, id) = await Trusted();
        await using var scope = market.Host.Services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);

        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<SellerTrust>(
            ParameterView.FromDictionary(new Dictionary<string, object?> { ["Context"] = new SellerSlot(id) }))).ToHtmlString());

        html.ShouldContain("badge good");
        html.ShouldNotContain("Amina");
        html.ShouldNotContain(email);
    }

    private DateTimeOffset Now => market.Clock.GetUtcNow();

    /// <summary>Somebody who confirmed his address so many days ago.</summary>
    private async Task<(string Email, Guid Id)> Member(int days)
    {
        var email = await market.Member();
        market.Clock.Advance(TimeSpan.FromDays(days));
        return (email, (await market.Person(email))!.Id);
    }

    private async Task<(string Email, Guid Id)> Trusted()
    {
        var (email, id) = await Member(days: 4);
        for (var i = 0; i < 10; i++) await Send(Decided(id, Outcome.Approved));
        await Send(new ListingsEnded([.. Enumerable.Range(0, 5).Select(_ => new ListingEnded(Guid.CreateVersion7(), 1, id, ListingEnd.Sold, Now))]));
        market.Clock.Advance(TimeSpan.FromDays(30));
        (await Tick(id)).ShouldHaveSingleItem().Level.ShouldBe(TrustLevel.Trusted);
        return (email, id);
    }

    private CaseDecided Decided(Guid seller, Outcome outcome) =>
        new(Guid.CreateVersion7(), "listing", Guid.CreateVersion7(), 1, outcome, null, Now, seller);

    private async Task<IReadOnlyList<TrustChanged>> Send(object fact) =>
        [.. (await market.Host.SendMessageAndWaitAsync(fact)).Executed.MessagesOf<TrustChanged>().Distinct()];

    private async Task<IReadOnlyList<TrustChanged>> Tick(Guid person) =>
        [.. (await Send(new LookAtTrust(Now))).Where(fact => fact.PersonId == person)];

    private async Task<Standing?> StandingOf(Guid id)
    {
        await using var session = market.Store.QuerySession();
        return await session.LoadAsync<Standing>(id);
    }

    private async Task<Membership> MemberOf(Guid id)
    {
        await using var session = market.Store.QuerySession();
        return (await session.LoadAsync<Membership>(id))!;
    }

    private async Task<IReadOnlyList<string>> LevelsOf(Guid id)
    {
        await using var session = market.Store.QuerySession();
        return [.. (await session.Events.FetchStreamAsync(id)).Where(e => e.Data is TrustRaised or TrustLowered).Select(e => e.EventType.Name)];
    }
}
