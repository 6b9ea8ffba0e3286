using System.Text.Json;
using Marten;
using Souq.Accounts.Contracts;
using Souq.Listings.Contracts;
using Souq.Moderation;
using Souq.Moderation.Appeals;
using Souq.Moderation.Blind;
using Souq.Moderation.Claiming;
using Souq.Moderation.Correcting;
using Souq.Moderation.Deciding;
using Souq.Moderation.Modes;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Hiding;
using Souq.Moderation.Reporting.Weighing;
using Souq.Moderation.Rules;
using Souq.Moderation.Undoing;
using Case = Souq.Moderation.Case;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class RebuildTests(ModerationMarket market) : IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await market.Empty();
        await market.Send(new SetBlindSampling(100, ModerationSteps.Leila));
        var (waiting, held, approved) = (await market.Submit(), await market.Submit(), await market.Submit());
        var (refused, again, ended) = (await market.Submit(), await market.Submit(), await market.Submit());
        await market.Send(new ClaimCase(held.CaseOf(), ModerationSteps.Karim));
        await market.Send(new ApproveCase(approved.CaseOf(), 1, ModerationSteps.Karim));
        await market.Send(new RefuseCase(refused.CaseOf(), 1, ModerationSteps.Karim, "other", "Rappelez Sofiane"));
        await market.Send(new RefuseCase(again.CaseOf(), 1, ModerationSteps.Leila, "photos", null));
        await market.Tell(again with { Revision = 2 });
        await market.Tell(waiting with { Revision = 2 });
        var (kept, removed, reported) = (await market.Publish(), await market.Publish(), await market.Publish());
        foreach (var advert in new[] { kept, removed, reported })
        {
            await market.Report(advert, ModerationSteps.FrenchSeller, "other", "Le vendeur Sofiane ne répond pas");
            await market.Report(advert, null, "sold");
        }

        await market.Send(new KeepCase(kept.CaseOf(), 1, ModerationSteps.Karim));
        await market.Send(new RemoveCase(removed.CaseOf(), 1, ModerationSteps.Karim, "fraud", "Sofiane"));
        await market.Tell(new ListingEnded(ended.ListingId, ended.Number, ended.SellerId, ListingEnd.Withdrawn, market.Clock.GetUtcNow()));
        await market.Send(new SetHidingPolicy(1_000, ModerationSteps.Leila));
        var (wronged, hidden) = (await market.Publish(), await market.Publish());
        await market.Report(wronged, ModerationSteps.FrenchSeller);
        await market.Send(new RemoveCase(wronged.CaseOf(), 1, ModerationSteps.Karim, "fraud", null));
        await market.Appeal(wronged);
        await market.Send(new OverturnDecision(wronged.CaseOf(), 1, ModerationSteps.Leila));
        for (var i = 0; i < 3; i++) await market.Report(hidden, null);
        await Correct();
        await Judge();
        await Intend();
    }

    /// <summary>Decisions that are on their way, that were taken back, and that came to nothing.</summary>
    private async Task Intend()
    {
        var (pending, undone, lapsed) = (await market.Submit(), await market.Submit(), await market.Submit());
        foreach (var advert in new[] { lapsed, undone, pending })
        {
            if (advert == undone) await market.Settle();
            var refuse = new RefuseCase(advert.CaseOf(), 1, ModerationSteps.Karim, "other", "Sofiane");
            await market.Send(new IntendDecision(Guid.CreateVersion7(), advert.CaseOf(), ModerationSteps.Karim, refuse));
            if (advert == lapsed) await market.Tell(advert with { Revision = 2 });
            if (advert == undone) await market.Send(new UndoDecision(advert.CaseOf(), ModerationSteps.Karim));
        }
    }

    private async Task Correct()
    {
        var (returned, changed) = (await market.Submit(), await market.Submit());
        await market.Send(new ReturnCase(returned.CaseOf(), 1, ModerationSteps.Karim, "photos", "Sofiane", "Sofiane"));
        await market.Send(new ChangeCase(changed.CaseOf(), 1, ModerationSteps.Karim, 301, [], [], "Sofiane"));
    }

    /// <summary>Adverts of which a rule has something to say, in every way they can end; and some that no moderator decides.</summary>
    private async Task Judge()
    {
        await market.Rule(new RuleDraft("Tabac", "Words", "Flag") { Words = "cigarette" });
        var (right, wrong, upheld, overturned) = (await market.Submit("Cigarettes"), await market.Submit("Cigarettes"), await market.Submit("Cigarettes"), await market.Submit("Cigarettes"));
        await market.Send(new RefuseCase(right.CaseOf(), 1, ModerationSteps.Karim, "forbidden", null));
        await market.Send(new ApproveCase(wrong.CaseOf(), 1, ModerationSteps.Karim));
        foreach (var appealed in new[] { upheld, overturned })
        {
            await market.Send(new RefuseCase(appealed.CaseOf(), 1, ModerationSteps.Karim, "forbidden", null));
            await market.Appeal(appealed);
        }

        await market.Send(new UpholdDecision(upheld.CaseOf(), 1, ModerationSteps.Leila, "Vu."));
        await market.Send(new OverturnDecision(overturned.CaseOf(), 1, ModerationSteps.Leila));
        await market.Mode(ReviewMode.After, sampled: 100);
        await market.Submit(seller: ModerationSteps.FrenchSeller);
        await market.Mode(ReviewMode.After);
        await market.Submit(seller: ModerationSteps.FrenchSeller);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_projection_rebuilt_is_what_it_was()
    {
        var before = await Everything();
        await market.Host.Rebuild(typeof(IModerationStore));
        (await Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task Each_advert_a_rule_found_says_whether_it_was_right()
    {
        await using var session = market.Store.QuerySession();
        var records = await session.Query<RuleRecord>().ToListAsync(TestContext.Current.CancellationToken);
        records.Select(r => r.Right).Order().ShouldBe([false, false, true, true]);
        (await session.Query<Decision>().CountAsync(d => d.OverturnedAt != null, TestContext.Current.CancellationToken)).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_erased_stays_erased_when_projections_are_rebuilt()
    {
        await market.Tell(new PersonErased(ModerationSteps.Seller, market.Clock.GetUtcNow()));
        await market.Host.Rebuild(typeof(IModerationStore));
        (await Everything()).ShouldNotContain("Sofiane");
        await using var session = market.Store.QuerySession();
        (await session.Query<CaseSubject>().CountAsync(s => s.SellerId == ModerationSteps.Seller, TestContext.Current.CancellationToken)).ShouldBe(0);
        (await session.Query<Decision>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(14);
        (await session.Query<Intention>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await session.Query<Report>().CountAsync(r => r.Words != "", TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    private async Task<string> Everything()
    {
        await using var session = market.Store.QuerySession();
        var stop = TestContext.Current.CancellationToken;
        return JsonSerializer.Serialize(new
        {
            Cases = await session.Query<Case>().OrderBy(c => c.Id).ToListAsync(stop),
            Queue = await session.Query<QueueItem>().OrderBy(i => i.Id).ToListAsync(stop),
            Decisions = await session.Query<Decision>().OrderBy(d => d.Id).ToListAsync(stop),
            Rules = await session.Query<Rule>().OrderBy(r => r.Id).ToListAsync(stop),
            Records = await session.Query<RuleRecord>().OrderBy(r => r.Id).ToListAsync(stop),
            Looks = await session.Query<SecondLook>().OrderBy(l => l.Id).ToListAsync(stop),
            Sampling = await session.Query<BlindSampling>().ToListAsync(stop),
            Verdicts = await session.Query<ReportVerdict>().OrderBy(v => v.Id).ToListAsync(stop),
            Hiding = await session.Query<HidingPolicy>().ToListAsync(stop),
            Modes = await session.Query<ReviewModes>().ToListAsync(stop),
        });
    }
}
