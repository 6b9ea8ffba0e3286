using System.Text.Json;
using Marten;
using Souq.Accounts.Contracts;
using Souq.Listings.Contracts;
using Souq.Moderation;
using Souq.Moderation.Claiming;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Reporting;
using Case = Souq.Moderation.Case;

namespace Souq.Integration.Moderation;

[Collection(nameof(ModerationMarket))]
public sealed class RebuildTests(ModerationMarket market) : IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        await market.Empty();
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
    public async Task What_is_erased_stays_erased_when_projections_are_rebuilt()
    {
        await market.Tell(new PersonErased(ModerationSteps.Seller, market.Clock.GetUtcNow()));
        await market.Host.Rebuild(typeof(IModerationStore));
        (await Everything()).ShouldNotContain("Sofiane");
        await using var session = market.Store.QuerySession();
        (await session.Query<CaseSubject>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await session.Query<Decision>().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(5);
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
        });
    }
}
