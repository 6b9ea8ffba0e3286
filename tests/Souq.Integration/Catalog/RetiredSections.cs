using System.Globalization;
using System.Net;
using Marten;
using Souq.Integration.Road;
using Souq.Listings;
using Souq.Listings.Sections;

namespace Souq.Integration.Catalog;

[Collection(nameof(Market))]
public sealed class RetiredSections(Market market)
{
    [Fact]
    public async Task A_closed_section_sends_its_adverts_and_its_links_to_another_and_reopened_stays_without_them()
    {
        using var admin = await market.Admin();
        var section = await market.NewSection(admin, under: "phones");
        var title = $"Objet {RoadSteps.NewWord()}";
        var listing = await market.Publish(title, section: section.Slug);
        var heir = await market.NewSection(admin, under: "computers");

        var form = await admin.Open($"/fr/admin/sections/{section.Id}/retire");
        (await form.Submit("retire")).Error("moves_to").ShouldNotBeEmpty();
        var page = await market.Follow(() => form.Submit("retire", ("moves_to", heir.Id.ToString(CultureInfo.InvariantCulture))));
        page.Address.Query.ShouldBe("?done=retired", page.Text("[role=alert]"));

        var moved = await market.Advert(listing.Number);
        (moved.Public!.SectionId, moved.Public.WrittenIn, moved.Draft.SectionId).ShouldBe((heir.Id, section.Id, heir.Id));
        moved.Public.Attributes.ShouldBe(listing.Public!.Attributes);
        using var visitor = market.Browser();
        foreach (var search in new[] { heir.Slug, "computers", section.Slug })
            (await visitor.Open($"/search?section={search}&q={Uri.EscapeDataString(title)}")).Numbers().ShouldBe([listing.Number], search);
        (await visitor.Open("/search?section=phones&q=" + Uri.EscapeDataString(title))).Numbers().ShouldBeEmpty();
        (await visitor.Open($"/search?section={section.Slug}")).Address.Query.ShouldBe($"?section={heir.Slug}");
        // What the section it was written in asked is still answered, by name.
        var facts = (await visitor.Open($"/fr/l/{listing.Number}")).Text(".facts");
        facts.ShouldContain("MarqueSamsung");
        facts.ShouldContain("ModèleGalaxy S21");
        (await visitor.Open("/offer?section=" + section.Slug)).Address.AbsolutePath.ShouldBe("/signin");

        var events = await Events(listing.Id);
        await market.Tick(new MoveListings(section.Id, market.Clock.GetUtcNow(), Guid.Empty));
        (await Events(listing.Id)).ShouldBe(events);

        page = await market.Follow(() => admin.Undo($"sections/{section.Id}", 2));
        page.Address.Query.ShouldBe("?done=undone", page.Text("[role=alert]"));
        page.Text(".timeline").ShouldContain("sont restées où elles sont");
        market.Catalog().Section(section.Slug).ShouldNotBeNull().TakesAdverts.ShouldBeTrue();
        (await market.Advert(listing.Number)).Public!.SectionId.ShouldBe(heir.Id);
        (await visitor.Open($"/search?section={section.Slug}")).Address.Query.ShouldBe($"?section={section.Slug}");
        (await admin.Undo($"sections/{section.Id}", 3)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Adverts_move_in_batches_each_a_message_of_its_own_and_what_was_left_is_taken_up()
    {
        using var admin = await market.Admin();
        var (section, heir) = (await market.NewSection(admin), await market.NewSection(admin));
        var at = market.Clock.GetUtcNow();
        await using (var session = market.Service<IListingsStore>().LightweightSession())
        {
            for (var i = 0; i < MoveListingsHandler.Batch + 20; i++)
                session.Events.StartStream<Listing>(Guid.CreateVersion7(), new DraftStarted(Guid.CreateVersion7(), 5_000_000 + (section.Id * 1000L) + i, at),
                    new DetailsWritten(section.Id, new Dictionary<string, string>()));
            session.Store(new SectionMove { Id = section.Id, MovesTo = heir.Id, At = at });
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        // A word about another closing moves nothing.
        await market.Tick(new MoveListings(section.Id, at.AddSeconds(1), Guid.Empty));
        (await In(section.Id)).ShouldBe(MoveListingsHandler.Batch + 20);
        await market.Tick(new MoveListings(section.Id, at, Guid.Empty));
        (await In(section.Id), await In(heir.Id)).ShouldBe((0, MoveListingsHandler.Batch + 20));
    }

    [Fact]
    public async Task A_section_with_sections_below_is_not_closed()
    {
        using var admin = await market.Admin();
        var page = await (await admin.Open("/fr/admin/sections/200/retire")).Submit("retire", ("moves_to", "300"));
        (page.Status, page.Field("moves_to")).ShouldBe((HttpStatusCode.UnprocessableEntity, "300"));
        page.Text("[role=alert]").ShouldContain("sous-rubriques ouvertes");
    }

    private async Task<int> In(int section)
    {
        await using var session = market.Service<IListingsStore>().QuerySession();
        return await session.Query<Listing>().CountAsync(l => l.Written!.SectionId == section, TestContext.Current.CancellationToken);
    }

    private async Task<int> Events(Guid listing)
    {
        await using var session = market.Service<IListingsStore>().QuerySession();
        return (await session.Events.FetchStreamAsync(listing, token: TestContext.Current.CancellationToken)).Count;
    }
}
