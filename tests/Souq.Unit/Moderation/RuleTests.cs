using CsCheck;
using Souq.Kernel;
using Souq.Moderation;
using Souq.Moderation.Rules;
using Given = Souq.Unit.Listings.Given;

namespace Souq.Unit.Moderation;

public class RuleTests
{
    private static readonly Guid Admin = new("00000000-0000-0000-0000-0000000000ad");

    private static readonly RuleSpec Tobacco = new("Tabac", RuleKind.Words, RuleEffect.Hold) { Words = ["cigarette", "سجائر", "chicha électronique"], Except = ["allume-cigarette", "ولاعة سجائر"] };

    private static RuleDraft Draft => new("Tabac", "Words", "Hold") { Words = "cigarette\n سجائر \n\ncigarette" };

    [Theory]
    [InlineData("Cigarettes de luxe", "cigarette")]
    [InlineData("CIGARETTE", "cigarette")]
    [InlineData("للبيع السّجائر", "سجائر")]
    [InlineData("سجائر وCigarette", "سجائر · cigarette")]
    [InlineData("Chicha  Electronique neuve", "chicha électronique")]
    public void Words_are_found_however_they_are_written(string text, string found) => Evidence(Tobacco, text).ShouldBe(found);

    [Theory]
    [InlineData("cigarettier")]
    [InlineData("chicha")]
    [InlineData("électronique chicha")]
    [InlineData("Allume cigarette pour voiture")]
    [InlineData("ولاعة سجائر السيارة")]
    [InlineData("")]
    public void Other_words_and_exceptions_are_not(string text) => Evidence(Tobacco, text).ShouldBeNull();

    [Fact]
    public void A_word_beside_its_exception_is_still_found() => Evidence(Tobacco, "Allume-cigarette et cigarette").ShouldBe("cigarette");

    [Fact]
    public void A_rule_holds_in_its_sections_and_all_below()
    {
        var rule = Tobacco with { Sections = [1] };
        new RuleMatcher(rule).Evidence(Input("cigarette") with { Sections = [1, 11] }).ShouldBe("cigarette");
        new RuleMatcher(rule).Evidence(Input("cigarette") with { Sections = [2, 21] }).ShouldBeNull();
    }

    [Theory]
    [InlineData(499L, true)]
    [InlineData(500L, false)]
    [InlineData(900L, false)]
    [InlineData(901L, true)]
    [InlineData(null, false)]
    public void A_price_is_out_of_range_below_or_above(long? dinars, bool found) =>
        (new RuleMatcher(new("Prix", RuleKind.Price, RuleEffect.Flag) { Least = 500, Most = 900 })
            .Evidence(Input("") with { Price = new(dinars is null ? PriceType.OnRequest : PriceType.Firm, dinars) }) is not null).ShouldBe(found);

    [Fact]
    public void Contact_is_found_and_not_repeated()
    {
        var rule = new RuleSpec("Contact", RuleKind.Contact, RuleEffect.Flag);
        Evidence(rule, "Appelez 0550 12 34 56").ShouldBe(RuleMatcher.Phone);
        Evidence(rule, "voir www.exemple.com").ShouldBe(RuleMatcher.Link);
        Evidence(rule, "Clio 4 2016").ShouldBeNull();
    }

    [Fact]
    public void Pace_and_newcomers_are_counted()
    {
        var (pace, newcomer) = (new RuleMatcher(new("Trop", RuleKind.Pace, RuleEffect.Hold) { Count = 3 }), new RuleMatcher(new("Neuf", RuleKind.Newcomer, RuleEffect.Hold) { Count = 2 }));
        pace.Evidence(Input("") with { InHour = 2 }).ShouldBeNull();
        pace.Evidence(Input("") with { InHour = 3 }).ShouldBe("3");
        newcomer.Evidence(Input("") with { Approved = 1 }).ShouldBe("1");
        newcomer.Evidence(Input("") with { Approved = 2 }).ShouldBeNull();
    }

    [Fact]
    public void No_text_is_too_much_for_it() =>
        Gen.Select(Gen.String, Gen.String.List[0, 5], Gen.String.List[0, 5]).Sample((text, words, except) =>
            Should.NotThrow(() => Evidence(new("x", RuleKind.Words, RuleEffect.Flag) { Words = words, Except = except }, text)));

    [Fact]
    public void A_word_of_the_rule_is_always_found_between_others() =>
        Gen.Select(OneOf("cigarette", "سجائر", "chicha électronique"), OneOf("clio", "دار", "2016", "à", "و").List[0, 8], OneOf("clio", "دار", "neuf").List[0, 8])
            .Sample((word, before, after) => Evidence(Tobacco, string.Join(' ', [.. before, word, .. after])).ShouldBe(word));

    [Fact]
    public void All_rules_together_find_what_each_finds_alone()
    {
        RuleSpec[] rules = [Tobacco, new("Tout", RuleKind.Words, RuleEffect.Flag) { Words = ["voiture", "lot de"] }, new("Contact", RuleKind.Contact, RuleEffect.Flag)];
        OneOf("cigarettes", "السجائر", "chicha", "électronique", "allume", "voitures", "lot", "de", "0550123456", "12345", "clio").List[0, 8].Select(words => string.Join(' ', words)).Sample(text =>
            Book(rules).Hits(Input(text)).Select(h => h.Evidence).ShouldBe(rules.Select(r => Evidence(r, text)).OfType<string>(), ignoreOrder: true));
    }

    [Fact]
    public void What_is_written_holds_when_it_is_put_in_force_and_not_before()
    {
        var written = Rule.Create(Write(null, 0, Draft));
        written.InForce.ShouldBeNull();
        written.Draft.Words.ShouldBe(["cigarette", "سجائر"]);
        var holds = Force(written);
        holds.InForce!.Title.ShouldBe("Tabac");
        PutRuleInForceHandler.Decide(holds, null, new(holds.Id, 1, Admin), Cases.Now).ShouldBeEmpty();

        var again = holds.Apply(Write(holds, 1, Draft with { Name = "Tabac et chicha" }));
        again.InForce!.Title.ShouldBe("Tabac");
        again.IsAhead().ShouldBeTrue();
        Should.Throw<RefusedException>(() => PutRuleInForceHandler.Decide(again, null, new(again.Id, 1, Admin), Cases.Now).ToList()).Refusals.Single().Key.ShouldBe("Rule.Clash");
        Force(again).InForce!.Title.ShouldBe("Tabac et chicha");
    }

    [Fact]
    public void What_refuses_by_itself_is_tried_first_and_where_the_trial_was_wrong_somebody_else_looks()
    {
        var rule = Rule.Create(Write(null, 0, Draft with { Effect = "Refuse", ReasonCode = "forbidden" }));
        Why(null).ShouldBe("Rule.TryFirst");
        Why(new Trial { Revision = 1 }).ShouldBe("Rule.TryFirst", "it still runs");
        Why(new Trial { Revision = 0, EndedAt = Cases.Now }).ShouldBe("Rule.TryFirst", "it tried something else");
        Why(new Trial { Revision = 1, EndedAt = Cases.Now }).ShouldBeNull();
        Why(new Trial { Revision = 1, EndedAt = Cases.Now, Wrong = 1 }).ShouldBe("Rule.SecondPerson");
        Why(new Trial { Revision = 1, EndedAt = Cases.Now, Wrong = 1 }, Cases.Other).ShouldBeNull();

        string? Why(Trial? trial, Guid? by = null)
        {
            try
            {
                PutRuleInForceHandler.Decide(rule, trial, new(rule.Id, 1, by ?? Admin), Cases.Now).ShouldHaveSingleItem();
                return null;
            }
            catch (RefusedException refused)
            {
                return refused.Refusals.Single().Key;
            }
        }
    }

    [Theory]
    [InlineData("cigarettes à vendre, neuf et en bon état", false)]
    [InlineData("سجائر للبيع بثمن مناسب", true)]
    [InlineData("cigarettes for sale, new and in good condition", true)]
    public void A_rule_of_some_languages_says_nothing_about_others(string text, bool finds) =>
        (Evidence(Tobacco with { Languages = ["ar", "en"] }, text) is not null).ShouldBe(finds);

    [Theory]
    [InlineData(null, 11, 9, false)]
    [InlineData("80", 16, 4, false)]
    [InlineData("80", 15, 5, true)]
    public void How_often_a_rule_must_be_right_is_written_with_it(string? precision, int right, int wrong, bool softens)
    {
        var rule = Force(Rule.Create(Write(null, 0, Draft with { Precision = precision })));
        (SoftenRulesHandler.Decide(rule, new(right, wrong), Cases.Now) is not null).ShouldBe(softens);
    }

    [Fact]
    public void What_is_typed_of_a_rule_comes_back_as_it_was()
    {
        var spec = Write(null, 0, Draft with { Languages = ["fr", "ar"], Precision = "75" }).Spec;
        (spec.Precision, string.Join(' ', spec.Languages)).ShouldBe((75, "fr ar"));
        var again = RuleDraft.Of(spec);
        (again.Precision, string.Join(' ', again.Languages)).ShouldBe(("75", "fr ar"));
        Write(null, 0, Draft with { Languages = ["fr", "ar", "en"] }).Spec.Languages.ShouldBeEmpty("all of them is none of them");
    }

    [Fact]
    public void Two_who_write_at_once_do_not_overwrite_each_other()
    {
        var rule = Rule.Create(Write(null, 0, Draft));
        rule = rule.Apply(Write(rule, 1, Draft));
        Should.Throw<RefusedException>(() => Write(rule, 1, Draft)).Refusals.Single().Key.ShouldBe("Rule.Clash");
    }

    public static TheoryData<string, RuleDraft> Bad => new()
    {
        { "Rule.NameMissing", Draft with { Name = " " } },
        { "Rule.NameMissing", Draft with { Name = new string('x', 81) } },
        { "Rule.KindMissing", Draft with { Kind = "70" } },
        { "Rule.EffectMissing", Draft with { Effect = null } },
        { "Rule.SectionUnknown", Draft with { Sections = ["987654"] } },
        { "Rule.WordsMissing", Draft with { Words = " \n…\n" } },
        { "Rule.TooManyWords", Draft with { Words = new string('x', 81) } },
        { "Rule.PriceMissing", Draft with { Kind = "Price" } },
        { "Rule.PriceTurned", Draft with { Kind = "Price", Least = "900", Most = "500" } },
        { "Rule.NotANumber", Draft with { Kind = "Price", Least = "beaucoup" } },
        { "Rule.CountMissing", Draft with { Kind = "Pace", Count = "0" } },
        { "Rule.ReasonMissing", Draft with { Effect = "Refuse" } },
        { "Rule.ReasonMissing", Draft with { Effect = "Refuse", ReasonCode = "other" } },
        { "Rule.LanguageUnknown", Draft with { Languages = ["tzm"] } },
        { "Rule.PrecisionOut", Draft with { Precision = "49" } },
        { "Rule.PrecisionOut", Draft with { Precision = "96" } },
        { "Rule.NotANumber", Draft with { Precision = "souvent" } },
        { "Rule.RefusesWordsOnly", Draft with { Kind = "SamePhotos", Effect = "Refuse", ReasonCode = "forbidden" } },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_makes_no_sense_is_told(string key, RuleDraft draft) =>
        Should.Throw<RefusedException>(() => Write(null, 0, draft)).Refusals.ShouldContain(r => r.Key == key);

    [Fact]
    public void A_rule_says_why_a_case_is_there()
    {
        var opened = (CaseOpened)Cases.Open(null, Cases.Submitted() with { Description = "avec des cigarettes" }, Book(Tobacco)).Single();
        opened.Submission.Rules!.Single().ShouldBe(new RuleHit(Guid.Empty, 1, "Tabac", RuleKind.Words, RuleEffect.Hold, "cigarette"));
    }

    [Fact]
    public void What_a_rule_refuses_waits_for_nobody_and_its_seller_can_appeal()
    {
        var news = Cases.Open(null, Cases.Submitted(title: "cigarettes"), Book(Tobacco, Tobacco with { Effect = RuleEffect.Refuse, ReasonCode = "forbidden" }));
        var refused = (CaseRefused)news[1];
        refused.ShouldBe(new CaseRefused(1, Cases.Seller, RuleActor.Id, "forbidden", "cigarette", Cases.Submitted().At));
        var current = Souq.Moderation.Case.Create((CaseOpened)news[0]).Apply(refused) with { Id = Cases.CaseId };
        current.State.ShouldBe(CaseState.Refused);
        var appealed = current.Apply(Cases.Appeal(current, Cases.Now).Event);
        appealed.ObstacleFor(Cases.Me, Cases.Now).ShouldBeNull();
    }

    [Theory]
    [InlineData(9, 10, null)]
    [InlineData(10, 10, null)]
    [InlineData(9, 11, 9)]
    public void A_rule_that_is_mostly_wrong_flags_from_then_on(int right, int wrong, int? softened)
    {
        var rule = Force(Rule.Create(Write(null, 0, Draft)));
        var decided = SoftenRulesHandler.Decide(rule, new(right, wrong), Cases.Now);
        decided?.Right.ShouldBe(softened!.Value);
        (decided is null).ShouldBe(softened is null);
        if (decided is null) return;
        rule = rule.Apply(decided);
        rule.InForce!.Effect.ShouldBe(RuleEffect.Flag);
        rule.Draft.Effect.ShouldBe(RuleEffect.Hold);
        SoftenRulesHandler.Decide(rule, new(right, wrong), Cases.Now).ShouldBeNull();
        Force(rule).InForce!.Effect.ShouldBe(RuleEffect.Hold);
    }

    [Fact]
    public void A_trial_compares_with_what_moderators_decided()
    {
        var run = new TrialRun(new RuleMatcher(Tobacco), []);
        var (caught, wrong, missed, undecided, reversed) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        foreach (var (id, text) in new[] { (caught, "cigarette"), (wrong, "cigarette"), (missed, "alcool"), (undecided, "cigarette"), (reversed, "cigarette") })
            run.Submitted(id, Submission, [1], text, Cases.Now);
        run.Decided(caught, false);
        run.Decided(wrong, true);
        run.Decided(missed, false);
        run.Decided(reversed, false);
        run.Decided(reversed, true);
        // Its correction no longer says it, and is judged for itself.
        run.Submitted(caught, Submission, [1], "Clio 4", Cases.Now);
        run.Decided(caught, true);

        var trial = run.Result(new Trial());
        (trial.Caught, trial.Wrong, trial.Missed, trial.Undecided).ShouldBe((1, 2, 1, 1));
        trial.Precision!.Value.ShouldBe(1 / 3d, 0.001);
        trial.CaughtExamples.Single().CaseId.ShouldBe(caught);
    }

    [Fact]
    public void A_trial_knows_who_was_new_and_who_was_fast_at_the_time()
    {
        var (newcomer, pace) = (new RuleSpec("n", RuleKind.Newcomer, RuleEffect.Flag) { Count = 1 }, new RuleSpec("p", RuleKind.Pace, RuleEffect.Flag) { Count = 3 });
        foreach (var (rule, expected) in new[] { (newcomer, 1), (pace, 1) })
        {
            var run = new TrialRun(new RuleMatcher(rule), []);
            for (var i = 0; i < 4; i++)
            {
                var id = Guid.NewGuid();
                // The third within an hour of the first; the fourth long after.
                run.Submitted(id, Submission, [1], "", Cases.Now.AddMinutes(i == 3 ? 600 : i * 20));
                run.Decided(id, true);
            }

            run.Result(new Trial()).Wrong.ShouldBe(expected, rule.Title);
        }
    }

    private static Gen<string> OneOf(params string[] some) => Gen.Int[0, some.Length - 1].Select(i => some[i]);

    private static readonly Submission Submission = ((CaseOpened)Cases.Open(null, Cases.Submitted()).Single()).Submission;

    private static RuleInput Input(string text) => new([1], text, new Price(PriceType.Firm, 1000), 0, 1, false);

    private static string? Evidence(RuleSpec spec, string text) => new RuleMatcher(spec).Evidence(Input(text));

    private static RuleWritten Write(Rule? current, int seen, RuleDraft draft) => WriteRuleHandler.Decide(current, new(Guid.Empty, seen, draft, Admin), Given.Catalog, Cases.Now);

    private static Rule Force(Rule rule) => rule.Apply((RulePutInForce)PutRuleInForceHandler.Decide(rule, null, new(rule.Id, rule.Revision, Admin), Cases.Now).Single());

    private static RuleBook Book(params RuleSpec[] specs) => new(specs.Select(s => Rule.Create(new RuleWritten(s, Admin, Cases.Now)).Apply(new RulePutInForce(1, Admin, Cases.Now))));
}
