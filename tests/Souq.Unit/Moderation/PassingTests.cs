using CsCheck;
using Souq.Accounts.Contracts;
using Souq.Kernel;
using Souq.Moderation;
using Souq.Moderation.Modes;
using Souq.Moderation.Opening;
using Souq.Moderation.Rules;
using Case = Souq.Moderation.Case;
using Given = Souq.Unit.Listings.Given;

namespace Souq.Unit.Moderation;

public class PassingTests
{
    private static readonly SectionMode After = new(ReviewMode.After, 3, 0), Newcomers = After with { Mode = ReviewMode.Newcomers };

    [Theory]
    [InlineData(ReviewMode.Before, TrustLevel.Trusted, 50, false)]
    [InlineData(ReviewMode.Newcomers, TrustLevel.New, 2, false)]
    [InlineData(ReviewMode.Newcomers, TrustLevel.New, 3, true)]
    [InlineData(ReviewMode.Newcomers, TrustLevel.Known, 0, true)]
    [InlineData(ReviewMode.After, TrustLevel.New, 0, true)]
    public void The_mode_and_the_seller_say_who_passes(ReviewMode mode, TrustLevel trust, int approved, bool passes) =>
        Passing.MayPass(After with { Mode = mode }, null, trust, new(approved, 0), [], []).ShouldBe(passes);

    [Theory]
    [InlineData(RuleEffect.Flag, true)]
    [InlineData(RuleEffect.Hold, false)]
    public void What_a_rule_holds_waits(RuleEffect effect, bool passes) =>
        Passing.MayPass(After, null, TrustLevel.Trusted, SellerRecord.None, [], [new(Guid.Empty, 1, "x", RuleKind.Words, effect, "x")]).ShouldBe(passes);

    [Theory]
    [InlineData(Risk.Notice, true)]
    [InlineData(Risk.Warning, false)]
    public void What_looks_risky_waits(Risk risk, bool passes) =>
        Passing.MayPass(After, null, TrustLevel.Trusted, SellerRecord.None, [new("x", risk)], []).ShouldBe(passes);

    [Theory]
    [InlineData("Approved", true)]
    [InlineData("Closed", true)]
    [InlineData("Waiting", false)]
    [InlineData("Refused", false)]
    [InlineData("Removed", false)]
    [InlineData("Raised", false)]
    [InlineData("Appealed", false)]
    public void What_was_refused_or_waits_already_comes_to_a_person(string state, bool passes) =>
        Passing.MayPass(After, Cases.In(state), TrustLevel.Trusted, SellerRecord.None, [], []).ShouldBe(passes);

    [Fact]
    public void What_passes_is_approved_and_a_sample_of_it_waits_as_raised()
    {
        var modes = new ReviewModes().Apply(new ReviewModeSet(11, After, Cases.Me, Cases.Now));
        var seller = new SellerRecord(5, 0);
        var news = ListingSubmittedHandler.Decide(null, Cases.Submitted(), seller, Given.Catalog, RuleBook.Empty, 1, modes);
        news.Select(e => e.GetType().Name).ShouldBe(["CaseOpened", "CasePassed"]);
        Fold(news).State.ShouldBe(CaseState.Approved);

        modes = modes.Apply(new ReviewModeSet(11, After with { Sampled = 100 }, Cases.Me, Cases.Now));
        var raised = Fold(ListingSubmittedHandler.Decide(null, Cases.Submitted(), seller, Given.Catalog, RuleBook.Empty, 1, modes));
        (raised.State, raised.IsRaised, raised.Before).ShouldBe((CaseState.Waiting, true, CaseState.Approved));
    }

    [Fact]
    public void The_sample_is_as_large_as_it_should_be_and_the_same_on_every_node() =>
        Gen.Int[0, 100].Sample(percent =>
        {
            var mode = After with { Sampled = percent };
            var drawn = Enumerable.Range(0, 2_000).Select(i => Case.IdOf("listing", DeterministicGuid.Create(Guid.Empty, $"{i}"))).ToList();
            drawn.Select(id => Passing.IsSampled(mode, id, 1)).ShouldBe(drawn.Select(id => Passing.IsSampled(mode, id, 1)));
            (drawn.Count(id => Passing.IsSampled(mode, id, 1)) / 20.0).ShouldBe(percent, 5);
        });

    [Fact]
    public void A_section_takes_the_mode_of_the_nearest_above_it()
    {
        var modes = new ReviewModes().Apply(new ReviewModeSet(1, After, Cases.Me, Cases.Now));
        modes.For([1, 11]).ShouldBe(After);
        modes.For([2, 21]).ShouldBe(SectionMode.Default);
        modes.Apply(new ReviewModeSet(11, Newcomers, Cases.Me, Cases.Now)).For([1, 11]).ShouldBe(Newcomers);
    }

    [Theory]
    [InlineData("Later", 3, 10, "Mode.Missing")]
    [InlineData("After", 0, 10, "Mode.FirstMissing")]
    [InlineData("After", null, 10, "Mode.FirstMissing")]
    [InlineData("After", 3, 101, "Mode.SampledMissing")]
    public void Bad_settings_are_told(string mode, int? first, int? sampled, string key) =>
        Should.Throw<RefusedException>(() => SetReviewModeHandler.Decide(null, new(100, mode, first, sampled, Cases.Me), Given.Catalog, Cases.Now))
            .Refusals.ShouldHaveSingleItem().Key.ShouldBe(key);

    [Fact]
    public void Setting_what_is_so_already_changes_nothing()
    {
        var modes = new ReviewModes().Apply(new ReviewModeSet(100, After, Cases.Me, Cases.Now));
        SetReviewModeHandler.Decide(modes, new(100, "After", 3, 0, Cases.Me), Given.Catalog, Cases.Now).ShouldBeNull();
    }

    private static Case Fold(IReadOnlyList<object> news) => news.Skip(1).Aggregate(Case.Create((CaseOpened)news[0]), (c, e) => e switch
    {
        CasePassed passed => c.Apply(passed),
        CaseRaised raised => c.Apply(raised),
        _ => c,
    });
}
