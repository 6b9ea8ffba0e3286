using CsCheck;
using Souq.Accounts;
using Souq.Accounts.Contracts;
using Souq.Accounts.Trust;
using Souq.Moderation.Contracts;

namespace Souq.Unit.Accounts;

public sealed class TrustRulesTests
{
    private static readonly DateTimeOffset Now = People.Noon;

    private static readonly Gen<Standing> AnyStanding = Gen.Select(Gen.Int[0, 25], Gen.Int[0, 8], Gen.Int[0, 200].Array[0, 4], Gen.Int[0, 6], Gen.Int[0, 6])
        .Select((approved, refused, removals, sold, answered) => new Standing
        {
            Approved = approved,
            Refused = refused,
            Removed = removals.Length,
            Removals = [.. removals.Select(days => new Removal(Guid.NewGuid(), Now.AddDays(-days)))],
            Sold = sold,
            Answered = answered,
        });

    private static readonly Gen<TrustFacts> Anybody = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 90], Gen.Bool, AnyStanding, Gen.Int[-1, 2])
        .Select((level, days, confirmed, standing, cleared) => new TrustFacts(
            (TrustLevel)level, Now.AddDays(-days), confirmed, standing, cleared < 0 ? null : (TrustLevel)cleared));

    [Fact]
    public void Looking_twice_changes_nothing() => Anybody.Sample(facts =>
    {
        var level = TrustRules.LevelOf(facts, Now).Level;
        if (level == facts.Level) return;
        TrustRules.LevelOf(facts with { Level = level, Since = Now, Cleared = null }, Now).Level.ShouldBe(level);
    });

    [Fact]
    public void Nobody_rises_more_than_one_level_at_a_time() => Anybody.Sample(facts =>
        ((int)TrustRules.LevelOf(facts, Now).Level - (int)facts.Level).ShouldBeLessThanOrEqualTo(1));

    [Fact]
    public void Who_rises_lacks_nothing_and_what_is_said_to_be_missing_does_block() => Anybody.Sample(facts =>
    {
        var requirements = TrustRules.Requirements(facts, Now);
        var rises = TrustRules.LevelOf(facts, Now).Level > facts.Level;
        if (requirements.Any(r => !r.IsMet)) rises.ShouldBeFalse();
        if (rises) requirements.ShouldNotBeEmpty();
    });

    [Fact]
    public void Who_lacks_nothing_rises_and_who_falls_is_told_why() => Anybody.Sample(facts =>
    {
        var (level, why) = TrustRules.LevelOf(facts, Now);
        (why.Count > 0).ShouldBe(level < facts.Level);
        if (level == facts.Level && TrustRules.Next(level) is not null) TrustRules.Requirements(facts, Now).ShouldContain(r => !r.IsMet);
    });

    [Fact]
    public void What_lets_somebody_reach_a_level_would_never_take_it_from_him() => Anybody.Sample(facts =>
    {
        if (TrustRules.LevelOf(facts, Now).Level <= facts.Level) return;
        // Some slack on top: one refused advert more.
        var worse = facts.Standing with { Refused = facts.Standing.Refused + 1 };
        TrustRules.LevelOf(facts with { Level = facts.Level + 1, Since = Now, Cleared = null, Standing = worse }, Now).Level.ShouldBe(facts.Level + 1);
    });

    [Fact]
    public void When_time_alone_is_missing_the_moment_it_is_enough_is_known() => Anybody.Sample(anybody =>
    {
        var facts = anybody with { Cleared = null };
        if (TrustRules.LevelOf(facts, Now).Level != facts.Level || TrustRules.DueAt(facts, Now) is not { } due) return;
        due.ShouldBeGreaterThan(Now);
        TrustRules.LevelOf(facts, due.AddSeconds(-1)).Level.ShouldBe(facts.Level);
        TrustRules.LevelOf(facts, due).Level.ShouldBe(facts.Level + 1);
    });

    [Fact]
    public void A_new_person_becomes_known_with_two_adverts_and_three_days()
    {
        TrustRules.LevelOf(New(days: 3, approved: 2), Now).Level.ShouldBe(TrustLevel.Known);
        TrustRules.LevelOf(New(days: 2, approved: 9), Now).Level.ShouldBe(TrustLevel.New);
        TrustRules.LevelOf(New(days: 9, approved: 1), Now).Level.ShouldBe(TrustLevel.New);
        TrustRules.LevelOf(New(days: 9, approved: 9) with { Confirmed = false }, Now).Level.ShouldBe(TrustLevel.New);
        TrustRules.LevelOf(New(days: 9, approved: 3, refused: 1), Now).Level.ShouldBe(TrustLevel.Known);
        TrustRules.LevelOf(New(days: 9, approved: 2, refused: 1), Now).Level.ShouldBe(TrustLevel.New);
    }

    [Fact]
    public void A_known_one_has_slack_before_he_is_new_again()
    {
        var known = New(days: 9, approved: 2) with { Level = TrustLevel.Known };
        TrustRules.LevelOf(known with { Standing = known.Standing with { Refused = 2 } }, Now).Level.ShouldBe(TrustLevel.Known);
        TrustRules.LevelOf(known with { Standing = known.Standing with { Refused = 3 } }, Now)
            .ShouldBeFallenTo(TrustLevel.New, TrustBreach.Refused);
    }

    [Fact]
    public void One_removal_costs_the_trust_and_a_second_one_that_one_is_known()
    {
        var trusted = new TrustFacts(TrustLevel.Trusted, Now.AddDays(-5), true, new Standing { Approved = 30, Sold = 5 });
        var one = trusted with { Standing = Remove(trusted.Standing, 1) };
        TrustRules.LevelOf(one, Now).ShouldBeFallenTo(TrustLevel.Known, TrustBreach.Removals);
        TrustRules.LevelOf(one with { Standing = Remove(one.Standing, 2) }, Now).ShouldBeFallenTo(TrustLevel.New, TrustBreach.Removals);
        TrustRules.LevelOf(trusted with { Standing = Remove(trusted.Standing, TrustRules.RemovalDays) }, Now).Level.ShouldBe(TrustLevel.Trusted);
    }

    [Fact]
    public void Who_lost_it_for_nothing_gets_it_back_without_waiting()
    {
        var facts = new TrustFacts(TrustLevel.Known, Now, true, new Standing { Approved = 30, Sold = 5 });
        TrustRules.LevelOf(facts, Now).Level.ShouldBe(TrustLevel.Known);
        TrustRules.LevelOf(facts with { Cleared = TrustLevel.Known }, Now).Level.ShouldBe(TrustLevel.Known);
        TrustRules.LevelOf(facts with { Cleared = TrustLevel.Trusted }, Now).Level.ShouldBe(TrustLevel.Trusted);
    }

    [Fact]
    public void An_advert_counts_once_by_the_latest_decision_in_whatever_order_they_come() =>
        // Who is only asked to correct something is not judged.
        Gen.Select(Gen.Enum<Outcome>().Where(o => o != Outcome.Returned), Gen.Int[0, 9]).Array[1, 8].Sample(decisions =>
        {
            var facts = decisions.Select((d, i) => new CaseDecided(Guid.Empty, "listing", new Guid(d.Item2 % 3 + 1, 0, 0, new byte[8]), 1, d.Item1, null,
                Now.AddMinutes(i), Guid.NewGuid())).ToList();
            var orderly = All(facts);
            var twiceAndBackwards = All([.. facts.Concat(facts).Reverse()]);
            Numbers(twiceAndBackwards).ShouldBe(Numbers(orderly));
            orderly.Judged.ShouldBe(facts.DistinctBy(f => f.SubjectId).Count());
            orderly.Removals.Count.ShouldBe(orderly.Removed);
        });

    [Fact]
    public void What_is_no_advert_is_a_removal_and_in_no_share_of_adverts()
    {
        var removed = new CaseDecided(Guid.NewGuid(), "message", Guid.NewGuid(), 1, Outcome.Removed, "abuse", Now, Guid.NewGuid());
        var record = SubjectRecord.Of(removed, null)!;
        var standing = new Standing { Approved = 4 }.With(record);
        (standing.Removals.Count, standing.Removed, standing.RefusedPercent).ShouldBe((1, 0, 0));
        SubjectRecord.Of(removed, record).ShouldBeNull("it is known");
        standing.With(record).Removals.Count.ShouldBe(1);

        SubjectRecord.Of(removed with { Outcome = Outcome.Approved }, null).ShouldBeNull("that it may stay tells nothing");
        var restored = SubjectRecord.Of(removed with { Outcome = Outcome.Restored, At = Now.AddHours(1) }, record)!;
        standing.With(restored).Removals.ShouldBeEmpty();
        SubjectRecord.Of(removed, restored).ShouldBeNull("it is older");
    }

    [Fact]
    public void Who_reports_well_is_trusted_a_little_for_it() =>
        new Standing { Sold = 1, Answered = 2, Upheld = 30 }.Dealings.ShouldBe(3 + TrustRules.MostUpheld);

    [Fact]
    public void What_the_level_was_before_it_fell_is_remembered_until_it_is_reached_again()
    {
        var person = People.MembershipOf(People.Confirmed()).Apply(new TrustRaised(TrustLevel.Known, Now)).Apply(new TrustRaised(TrustLevel.Trusted, Now));
        person = person.Apply(new TrustLowered(TrustLevel.Known, [TrustBreach.Removals], Now)).Apply(new TrustLowered(TrustLevel.New, [TrustBreach.Removals], Now));
        (person.LoweredFrom, person.LoweredFor.Count).ShouldBe((TrustLevel.Trusted, 1));
        person = person.Apply(new TrustRaised(TrustLevel.Known, Now));
        (person.LoweredFrom, person.LoweredFor.Count).ShouldBe((TrustLevel.Trusted, 0));
        person.Apply(new TrustRaised(TrustLevel.Trusted, Now)).LoweredFrom.ShouldBeNull();
    }

    private static TrustFacts New(int days, int approved, int refused = 0) =>
        new(TrustLevel.New, Now.AddDays(-days), true, new Standing { Approved = approved, Refused = refused });

    private static Standing Remove(Standing standing, int daysAgo) => standing with
    {
        Removed = standing.Removed + 1,
        Removals = [.. standing.Removals, new Removal(Guid.NewGuid(), Now.AddDays(-daysAgo))],
    };

    private static Standing All(IReadOnlyList<CaseDecided> facts)
    {
        var (standing, adverts) = (new Standing(), new Dictionary<Guid, AdvertRecord>());
        foreach (var fact in facts)
        {
            var before = adverts.GetValueOrDefault(fact.SubjectId);
            var now = AdvertRecord.Of(fact, before);
            if (now != before) standing = standing.With(before, now);
            adverts[fact.SubjectId] = now;
        }

        return standing;
    }

    private static string Numbers(Standing standing) =>
        $"{standing.Approved} {standing.Refused} {standing.Removed} {string.Join(' ', standing.Removals.Select(r => $"{r.ListingId} {r.At:O}"))}";
}

internal static class TrustShould
{
    public static void ShouldBeFallenTo(this (TrustLevel Level, IReadOnlyList<TrustBreach> Why) judged, TrustLevel level, params TrustBreach[] why)
    {
        judged.Level.ShouldBe(level);
        judged.Why.ShouldBe(why);
    }
}
