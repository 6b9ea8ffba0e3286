using Souq.Accounts.Contracts;
using Souq.Accounts.Trust;
using Souq.Moderation.Contracts;

namespace Souq.Integration.Accounts;

/// <summary>What else than adverts and dealings trust is made of.</summary>
public sealed partial class TrustTests
{
    [Fact]
    public async Task A_message_that_is_taken_down_costs_as_an_advert_does_and_an_appeal_gives_it_back()
    {
        var (_, id) = await Trusted();
        var removed = Decided(id, Outcome.Removed) with { SubjectKind = "message" };

        (await Send(removed)).ShouldHaveSingleItem().Level.ShouldBe(TrustLevel.Known);
        (await Send(removed)).ShouldBeEmpty("it is told twice");
        (await MemberOf(id)).LoweredFor.ShouldBe([TrustBreach.Removals]);
        (await StandingOf(id))!.Judged.ShouldBe(10);
        market.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Send(removed with { Outcome = Outcome.Restored, At = Now })).ShouldHaveSingleItem().Level.ShouldBe(TrustLevel.Trusted);
    }

    [Fact]
    public async Task Reports_that_moderators_agreed_with_count_each_once()
    {
        var (_, id) = await Member(days: 4);
        var agreed = new ReportAgreed(Guid.CreateVersion7(), id, Now);
        foreach (var fact in new[] { agreed, agreed, agreed with { ReportId = Guid.CreateVersion7() } }) await Send(fact);
        (await StandingOf(id))!.Upheld.ShouldBe(2);
    }
}
