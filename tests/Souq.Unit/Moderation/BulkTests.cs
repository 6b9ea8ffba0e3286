using Souq.Kernel;
using Souq.Moderation.Bulk;
using Souq.Moderation.Deciding;
using Souq.Moderation.Undoing;

namespace Souq.Unit.Moderation;

public sealed class BulkTests
{
    private static readonly Guid Id = new("00000000-0000-0000-0000-0000000000bb");

    [Fact]
    public void What_it_means_depends_on_where_each_case_stands()
    {
        Means(BulkAct.Approve, nameof(Cases.Waiting)).ShouldBe(typeof(ApproveCase));
        Means(BulkAct.Approve, nameof(Cases.Raised)).ShouldBe(typeof(KeepCase));
        Means(BulkAct.Refuse, nameof(Cases.Waiting)).ShouldBe(typeof(RefuseCase));
        Means(BulkAct.Remove, nameof(Cases.Raised)).ShouldBe(typeof(RemoveCase));
        Should.Throw<RefusedException>(() => Means(BulkAct.Remove, nameof(Cases.Waiting))).Refusals[0].Key.ShouldBe(BulkDecision.NotOnMarket);
        Should.Throw<RefusedException>(() => Means(BulkAct.Approve, nameof(Cases.Appealed))).Refusals[0].Key.ShouldBe(BulkDecision.Appealed);
    }

    [Theory]
    [InlineData("Approve", 0, null, "Bulk.NoCase")]
    [InlineData("Approve", 101, null, "Bulk.TooMany")]
    [InlineData("Nothing", 1, null, "Bulk.NoAct")]
    [InlineData("7", 1, null, "Bulk.NoAct")]
    [InlineData("Refuse", 1, null, "Refuse.ReasonMissing")]
    [InlineData("Remove", 1, "other", "Refuse.WordsMissing")]
    public void What_says_too_little_or_too_much_is_refused(string act, int cases, string? reason, string refusal) =>
        Should.Throw<RefusedException>(() => Decide(act, cases, reason)).Refusals[0].Key.ShouldBe(refusal);

    [Fact]
    public void A_case_named_twice_is_one() =>
        DecideAlikeHandler.Decide(new(Id, Cases.Me, "Approve", null, null, [new(Id, 1), new(Id, 1)]), Cases.Now).Cases.Count.ShouldBe(1);

    [Fact]
    public void It_is_taken_back_by_who_made_it_and_only_before_it_begins()
    {
        var bulk = Decide("Approve", 2, null);
        UndoBulkHandler.Decide(bulk, new(Id, Cases.Me), Cases.Now).IsOver.ShouldBeTrue();
        TooLate(bulk, Cases.Other, Cases.Now);
        TooLate(bulk, Cases.Me, Cases.Now + Intent.Window);
        TooLate(bulk with { Cases = [bulk.Cases[0] with { Done = true }, bulk.Cases[1]] }, Cases.Me, Cases.Now);
    }

    private static void TooLate(BulkDecision bulk, Guid by, DateTimeOffset now) =>
        Should.Throw<RefusedException>(() => UndoBulkHandler.Decide(bulk, new(Id, by), now)).Refusals[0].Key.ShouldBe(UndoDecisionHandler.TooLate);

    private static BulkDecision Decide(string act, int cases, string? reason) =>
        DecideAlikeHandler.Decide(new(Id, Cases.Me, act, reason, null, [.. Enumerable.Range(0, cases).Select(_ => new BulkCase(Guid.NewGuid(), 1))]), Cases.Now);

    private static Type Means(BulkAct act, string state) => new BulkDecision { By = Cases.Me, Act = act, ReasonCode = "photos" }.For(Cases.In(state), 1, onMarket: false).GetType();
}
