using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Contracts;
using Souq.Kernel;
using Souq.Moderation;
using Souq.Moderation.Blind;
using Souq.Moderation.Modes;
using Souq.Moderation.Reporting.Hiding;
using Souq.Moderation.Rules;
using Souq.Moderation.Staff;
using Souq.Moderation.Texts;
using Souq.Web.Commands;
using Souq.Web.Security;

namespace Souq.Integration.Moderation;

/// <summary>What holds for everybody is decided by seniors and admins, and the decision itself asks, whatever page it comes from.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class SeniorTests(ModerationMarket market) : IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await market.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Nobody_else_writes_rules_modes_or_texts_be_he_a_moderator_unknown_or_a_senior_no_more()
    {
        var (rule, text, former) = (await market.Rule(new RuleDraft("Tabac", "Words", "Hold") { Words = "cigarette" }), Guid.CreateVersion7(), Guid.CreateVersion7());
        (await market.Send(new WriteText(text, 0, new("x", "x", "x", "x", []), ModerationSteps.Leila))).ShouldBeEmpty();
        await market.Tell(new StaffChanged(former, [Principal.Senior], [], market.Clock.GetUtcNow()));
        await market.Tell(new StaffChanged(former, [Principal.Moderator], [], market.Clock.GetUtcNow().AddSeconds(1)));
        var sender = market.Host.Services.GetRequiredService<CommandSender>();
        foreach (var by in new[] { ModerationSteps.Karim, Guid.CreateVersion7(), former })
        {
            ISeniorAct[] acts =
            [
                new WriteRule(Guid.CreateVersion7(), 0, new RuleDraft("Alcool", "Words", "Hold") { Words = "alcool" }, by), new PutRuleInForce(rule, 1, by), new SwitchRuleOff(rule, by),
                new TryRule(rule, 30, by), new SetReviewMode(100, nameof(ReviewMode.After), 3, 10, by), new SetHidingPolicy(5, by), new SetBlindSampling(7, by),
                new WriteText(Guid.CreateVersion7(), 0, new("x", "x", "x", "x", []), by), new RetireText(text, by),
            ];
            // Who adds one tries it here.
            acts.Select(a => a.GetType()).ShouldBe(typeof(ModerationModule).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(ISeniorAct))), ignoreOrder: true);
            foreach (var act in acts) await Should.ThrowAsync<ForbiddenException>(() => sender.Send(act, Stop), act.GetType().Name);
        }

        (await market.Rule(rule)).InForce.ShouldNotBeNull();
    }
}
