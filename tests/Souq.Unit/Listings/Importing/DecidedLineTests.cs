using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Importing;
using Souq.Listings.Importing.Files;
using Souq.Listings.Publishing;

namespace Souq.Unit.Listings.Importing;

/// <summary>What becomes of a line, in the trial as in the run.</summary>
public sealed class DecidedLineTests
{
    private static readonly ImportListings How = new(Given.Seller, [], Publish: false, Update: true);
    private static readonly DateTimeOffset Later = Given.Now.AddDays(1);

    [Fact]
    public void A_ref_nobody_knows_is_a_new_advert_that_waits()
    {
        var line = Decide(Row());
        (line.Fate, line.Version).ShouldBe((LineFate.New, 0));
        line.Listing!.Life.ShouldBe(ListingLife.NotYet);
        line.Listing.Review.ShouldBe(ListingReview.Waiting);
        line.Facts.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_same_again_changes_nothing() => Decide(Row(), Known()).Fate.ShouldBe(LineFate.Unchanged);

    [Fact]
    public void Another_price_of_a_published_advert_holds_at_once()
    {
        var line = Decide(Row(("price", "44000")), Known());
        line.Fate.ShouldBe(LineFate.Changed);
        // The other modules are told from it.
        line.Events.ShouldHaveSingleItem().ShouldBeOfType<PriceChanged>().Price.Dinars.ShouldBe(44_000);
        line.Facts.ShouldBeEmpty();
    }

    [Fact]
    public void An_advert_that_waits_cannot_be_changed_by_a_file_either()
    {
        Decide(Row(("title", "Another title altogether")), Known() with { Life = ListingLife.NotYet, Review = ListingReview.Waiting, PublishedAt = null })
            .Fate.ShouldBe(LineFate.Refused);
        Decide(Row(), Known() with { Life = ListingLife.NotYet, Review = ListingReview.Waiting }).Fate.ShouldBe(LineFate.Unchanged);
    }

    [Fact]
    public void What_was_withdrawn_comes_back_when_the_file_has_it_again()
    {
        var withdrawn = Known().Apply(new Withdrawn(Given.Now));
        Decide(Row(), withdrawn).Fate.ShouldBe(LineFate.Changed);
    }

    [Theory]
    [InlineData("title", "", "Title.Required")]
    [InlineData("ref", "", "Import.RefRequired")]
    [InlineData("ref", "#77", "Import.NoSuchNumber")]
    [InlineData("section", "nowhere", "Import.UnknownSection")]
    [InlineData("wilaya", "Atlantis", "Import.UnknownWilaya")]
    [InlineData("price", "beaucoup", "Price.NotANumber")]
    [InlineData("price_type", "cadeau", "Import.UnknownPriceType")]
    [InlineData("price_unit", "euros", "Import.UnknownPriceUnit")]
    public void What_is_wrong_is_named_by_its_column(string column, string value, string reason)
    {
        var line = Decide(Row((column, value)));
        line.Fate.ShouldBe(LineFate.Refused);
        line.Events.ShouldBeEmpty();
        var refusal = line.Refusals.ShouldHaveSingleItem();
        (refusal.Key, refusal.Field).ShouldBe((reason, column));
    }

    [Fact]
    public void All_that_is_wrong_with_a_line_is_said_at_once() =>
        Decide(Row(("title", ""), ("wilaya", "Atlantis"), ("price", "beaucoup"))).Refusals.Select(r => r.Field).ShouldBe(["title", "wilaya", "price"], ignoreOrder: true);

    [Fact]
    public void Reasons_are_kept_in_no_language_and_read_back_the_same()
    {
        Refusal[] reasons = [new("Attribute.Min", "attr.year", new LocalizedText("سنة", "Année", "Year"), 1930L), new("Import.UnknownWilaya", "wilaya", "Atlantis"), new("x", "y", 1.5m)];
        StoredRefusals.Read(StoredRefusals.Write(reasons)).ToArray().ShouldBeEquivalentTo(reasons);
        StoredRefusals.Read(null).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_brought_back_is_what_is_still_withdrawn()
    {
        var withdrawn = Known().Apply(new Withdrawn(Given.Now));
        var back = BringBackHandler.Decide([withdrawn, Known() with { Id = Guid.NewGuid() }], Given.Catalog, Later);
        back.ShouldHaveSingleItem().ListingId.ShouldBe(withdrawn.Id);
    }

    private static DecidedLine Decide(ImportRow row, Listing? known = null) =>
        DecidedLine.Of(row, known?.Id ?? Guid.NewGuid(), known, How, () => 20_001, Given.Catalog, Later);

    private static Listing Known()
    {
        var line = Decide(Row());
        return line.Listing!.Apply(CaseDecidedHandler.Publish(line.Listing, Given.Catalog, Given.Now)) with { Version = 3 };
    }

    private static ImportRow Row(params (string Column, string Value)[] other)
    {
        var values = new Dictionary<string, string>
        {
            ["ref"] = "A-1",
            ["section"] = Given.Section.Slug,
            ["title"] = "A sofa for three",
            ["price"] = "45000",
            ["price_type"] = "negotiable",
            ["wilaya"] = "16",
        };
        foreach (var (column, value) in other) values[column] = value;
        return new ImportRow(2, values);
    }
}
