using CsCheck;
using Microsoft.AspNetCore.Http;
using Souq.Moderation;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Reporting.Weighing;
using Souq.Moderation.Rules;
using Given = Souq.Unit.Listings.Given;

namespace Souq.Unit.Moderation;

public sealed class QueueFilterTests
{
    [Theory]
    [InlineData("كليو 4 نظيفة", "", "ar")]
    [InlineData("رونو Clio 4", "سيارة نظيفة جدا", "ar")]
    [InlineData("Clio 4 très propre", "Vendue avec deux pneus neufs et la carte grise.", "fr")]
    [InlineData("iPhone 13 128 Go", "", "fr")]
    [InlineData("Samsung phone for sale", "In very good condition, with the box and all of the papers.", "en")]
    public void An_advert_is_in_the_language_of_its_letters_and_little_words(string title, string description, string language) =>
        AdvertLanguage.Of(title, description).ShouldBe(language);

    [Fact]
    public void What_speaks_against_a_case_adds_up_and_ends_at_a_hundred()
    {
        RiskScore.Of(["before-publication"], [], 0).ShouldBe(0);
        RiskScore.Of(["phone-in-title", "new-seller"], [], 0).ShouldBe(31);
        RiskScore.Of([], [Hit(RuleEffect.Hold)], 0).ShouldBe(35);
        RiskScore.Of([Signals.Reported], [], 3 * RiskScore.PointsOf(ReporterStanding.Visitor)).ShouldBe(45);
        RiskScore.Of([Signals.Reported], [], RiskScore.PointsOf(ReporterStanding.Trusted)).ShouldBeGreaterThan(45);
        RiskScore.Grade(RiskScore.Of([Signals.Reported], [], 2 * RiskScore.PointsOf(ReporterStanding.Doubted))).ShouldBe(RiskGrade.Low);
        RiskScore.Of(["phone-in-title", "link-in-title", "price-odd"], [Hit(RuleEffect.Refuse)], 90).ShouldBe(RiskScore.Most);
    }

    [Fact]
    public void More_against_it_is_never_less_risk() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Sample((reports, more) =>
        RiskScore.Of(["price-odd"], [], reports + more).ShouldBeGreaterThanOrEqualTo(RiskScore.Of(["price-odd"], [], reports)));

    [Fact]
    public void A_line_weighs_what_speaks_against_it_and_knows_its_language()
    {
        var opened = (CaseOpened)Cases.Open(null, Cases.Submitted(title: "Clio 4 tel 0550123456")).Single();
        opened.Submission.Language.ShouldBe("fr");
        var line = QueueItem.From(Cases.CaseId, "listing", Cases.ListingId, opened.Submission, Cases.Now).Weighed();
        (line.Risk, line.Grade, line.Language).ShouldBe((31, RiskGrade.Middle, "fr"));
        (line with { Reports = 3 }).Weighed().Grade.ShouldBe(RiskGrade.High);
    }

    [Fact]
    public void What_stands_in_the_address_is_read_as_it_was_written()
    {
        var section = Given.Catalog.Sections[0];
        var filter = new QueueFilter("listing", section, "fr", 24, RiskGrade.High);
        Read(filter.In("moderation")).ShouldBe(filter);
        filter.Count.ShouldBe(5);
        QueueFilter.None.In("moderation").ShouldBe("moderation");
    }

    [Theory]
    [InlineData("moderation?section=nowhere&language=xx&wait=5&risk=huge&kind=%27--")]
    [InlineData("moderation?wait=&risk=2&language=")]
    public void What_it_does_not_understand_it_leaves_out(string address) => Read(address).ShouldBe(QueueFilter.None);

    [Fact]
    public void A_group_counts_where_every_part_of_the_filter_holds()
    {
        var child = Given.Catalog.Sections.First(s => s.ParentId is not null);
        var census = new QueueCensus([new("listing", child.Id, "fr", RiskGrade.High, 3, 7), new("listing", 0, null, RiskGrade.Low, 0, 5)], true);
        Count(QueueFilter.None).ShouldBe(12);
        Count(new(Section: Given.Catalog.Section(child.ParentId!.Value))).ShouldBe(7);
        Count(new(Language: "fr", Wait: 24)).ShouldBe(7);
        Count(new(Wait: 72)).ShouldBe(0);
        Count(new(Risk: RiskGrade.Low)).ShouldBe(5);

        int Count(QueueFilter filter) => census.Count(filter, Given.Catalog);
    }

    private static QueueFilter Read(string address)
    {
        var http = new DefaultHttpContext();
        http.Request.QueryString = new QueryString(address[address.IndexOf('?', StringComparison.Ordinal)..]);
        return QueueFilter.Read(http.Request.Query, Given.Catalog);
    }

    private static RuleHit Hit(RuleEffect effect) => new(Guid.NewGuid(), 1, "", RuleKind.Words, effect, "");
}
