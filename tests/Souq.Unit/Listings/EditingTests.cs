using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Photos;
using Souq.Listings.Publishing;

namespace Souq.Unit.Listings;

public class EditingTests
{
    private static readonly Price Asked = new(Given.Section.PriceTypes[0], 45_000);

    [Fact]
    public void A_small_edit_of_a_published_advert_appears_at_once_and_is_no_news()
    {
        var edited = Given.Published().Apply(new WordsWritten("A sofa for three, grey", "Hardly used. New cover.", Asked, Given.Commune));

        var published = SubmitListingHandler.Decide(edited, Given.Catalog, Given.Now.AddDays(3)).ShouldBeOfType<Published>();

        published.First.ShouldBeFalse();
        published.Revision.ShouldBe(2);
        var after = edited.Apply(published);
        after.Public!.Title.ShouldBe("A sofa for three, grey");
        after.ListedAt.ShouldBe(Given.Published().ListedAt, "an edit is no bump");
        after.ExpiresAt.ShouldBe(Given.Published().ExpiresAt, "nor a renewal");
    }

    [Theory]
    [InlineData("A Peugeot 208 in white", 45_000, "title")]
    [InlineData("A sofa for three", 135_000, "price")]
    [InlineData("A sofa for three", 15_000, "price")]
    public void What_may_be_another_advert_waits_while_the_public_sees_the_old_one(string title, long dinars, string why)
    {
        var edited = Given.Published().Apply(new WordsWritten(title, "Hardly used.", Asked with { Dinars = dinars }, Given.Commune));

        EditSize.Reasons(edited.Public!, edited.Draft, Given.Section).ShouldBe([why]);
        var submitted = SubmitListingHandler.Decide(edited, Given.Catalog, Given.Now).ShouldBeOfType<Submitted>();
        edited.Apply(submitted).Public!.Title.ShouldBe("A sofa for three");
    }

    [Fact]
    public void A_new_photo_is_seen_by_a_moderator_and_fewer_photos_are_not()
    {
        var photo = new ListingPhoto("a", 10, 10, 0);
        var shown = Given.Published().Public! with { Photos = [photo, photo with { Id = "b" }] };

        EditSize.Reasons(shown, shown with { Photos = [photo with { Id = "b" }] }, Given.Section).ShouldBeEmpty();
        EditSize.Reasons(shown, shown with { Photos = [photo, photo with { Id = "c" }] }, Given.Section).ShouldBe(["photos"]);
        EditSize.Reasons(shown, shown with { Photos = [photo with { Id = "turned", TurnedFrom = "a" }] }, Given.Section).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_photos_in_another_order_and_turned_on_are_a_small_edit()
    {
        var (a, b) = (new ListingPhoto("a", 20, 10, 0), new ListingPhoto("b", 10, 20, 0));
        var published = Given.Published();
        var shown = published with { Public = published.Public! with { Photos = [a, b] }, Written = null };

        var arranged = shown.Apply(new PhotosArranged(["b", "a"]));
        arranged.Draft.Photos.ShouldBe([b, a]);
        EditSize.Reasons(shown.Public!, arranged.Draft, Given.Section).ShouldBeEmpty();

        var once = arranged.Apply(new PhotoTurned("a", a with { Id = "a1", TurnedFrom = "a" }));
        once.Draft.Photos.Select(p => p.Id).ShouldBe(["b", "a1"]);
        EditSize.Reasons(once.Draft, once.Apply(new PhotoTurned("a1", a with { Id = "a2", TurnedFrom = "a" })).Draft, Given.Section)
            .ShouldBeEmpty("a turned photo turned on is still the picture that was seen");
    }

    [Fact]
    public void What_an_order_does_not_name_comes_after_it()
    {
        ListingPhoto[] photos = [.. new[] { "a", "b", "c" }.Select(id => new ListingPhoto(id, 1, 1, 0))];

        PhotoOrder.Arranged(photos, ["c", "gone", "c", "a"]).Select(p => p.Id).ShouldBe(["c", "a", "b"]);
        PhotoOrder.Moved(photos, "b", 1).ShouldBe(["a", "c", "b"]);
        PhotoOrder.Moved(photos, "a", -1).ShouldBe(["a", "b", "c"]);
        PhotoOrder.Moved(photos, "gone", 1).ShouldBe(["a", "b", "c"]);
        Enumerable.Range(0, 4).Select(q => PhotoTurn.Of("a", PhotoTurn.IdOf("a", q))).ShouldBe([0, 1, 2, 3]);
        PhotoTurn.IdOf("a", 4).ShouldBe("a");
    }

    [Fact]
    public void Another_make_is_another_thing()
    {
        var cars = Given.Catalog.Section("cars")!;
        var section = Given.Catalog.Sections.First(s => s.Path[0] == cars.Id && s.TakesAdverts && s.Attributes.Any(a => a.Key == "make" && a.Required));
        var shown = Given.Published().Public! with { SectionId = section.Id, Attributes = new Dictionary<string, string> { ["make"] = "renault", ["mileage"] = "100000" } };

        EditSize.Reasons(shown, shown with { Attributes = new Dictionary<string, string> { ["make"] = "renault", ["mileage"] = "90000" } }, section).ShouldBeEmpty();
        EditSize.Reasons(shown, shown with { Attributes = new Dictionary<string, string> { ["make"] = "peugeot", ["mileage"] = "100000" } }, section).ShouldBe(["thing"]);
    }

    [Fact]
    public void An_expired_advert_with_an_edit_goes_the_whole_way() =>
        SubmitListingHandler.Decide(
            Given.ExpiredListing().Apply(new WordsWritten("A sofa for three", "Still here.", Asked, Given.Commune)), Given.Catalog, Given.Now.AddDays(70))
            .ShouldBeOfType<Submitted>();
}
