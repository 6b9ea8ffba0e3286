using System.Net;
using Microsoft.AspNetCore.TestHost;
using Souq.Integration.Road;

namespace Souq.Integration.Catalog;

[Collection(nameof(Market))]
public sealed class DeskSections(Market market)
{
    [Fact]
    public async Task A_change_shows_at_once_is_told_in_words_and_can_be_taken_back()
    {
        using var admin = await market.Admin();
        var section = await market.NewSection(admin);
        (await admin.Revise(section.Id, ("life_days", "45"), ("name_fr", "Essai"))).Address.Query.ShouldBe("?done=saved");
        market.Catalog().Section(section.Id)!.LifeDays.ShouldBe(45);

        var history = await admin.Open($"/fr/admin/sections/{section.Id}/history");
        var change = history.Text(".timeline li[value='2']").Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
        change.ShouldContain("Durée des annonces : 30 jours → 45 jours");
        change.ShouldContain("Nom en français : Rubrique d'essai → Essai");
        // The author by name, through Accounts.
        change.ShouldContain((await admin.Open("/fr/me")).Field("name")!);

        (await admin.Revise(section.Id, ("photo_limit", "3"))).Address.Query.ShouldBe("?done=saved");
        (await admin.Undo($"sections/{section.Id}", 2)).Address.Query.ShouldBe("?done=undone");
        var now = market.Catalog().Section(section.Id)!;
        (now.LifeDays, now.Name.Fr, now.PhotoLimit).ShouldBe((30, "Rubrique d'essai", 3));
        (await admin.Open($"/fr/admin/sections/{section.Id}/history")).Text(".timeline li[value='4']").ShouldContain("Modification n° 2 annulée");
    }

    [Fact]
    public async Task What_was_changed_again_cannot_be_taken_back_and_the_reason_is_said()
    {
        using var admin = await market.Admin();
        var section = await market.NewSection(admin);
        await admin.Revise(section.Id, ("life_days", "45"));
        await admin.Revise(section.Id, ("life_days", "20"));
        var refused = await admin.Undo($"sections/{section.Id}", 2);
        (refused.Status, market.Catalog().Section(section.Id)!.LifeDays).ShouldBe((HttpStatusCode.UnprocessableEntity, 20));
        refused.Text("[role=alert]").ShouldContain("a encore changé depuis");
    }

    [Fact]
    public async Task A_refused_form_comes_back_as_it_was_sent_with_the_reasons_at_the_fields()
    {
        using var admin = await market.Admin();
        var section = await market.NewSection(admin);
        var page = await admin.Revise(section.Id, ("slug", "cars"), ("life_days", "mille"), ("name_en", ""), ("icon", "no-icon"), ("price_types", null));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (page.Field("slug"), page.Field("life_days"), page.Field("name_fr")).ShouldBe(("cars", "mille", "Rubrique d'essai"));
        page.Error("slug").ShouldContain("Voitures");
        page.Error("life_days").ShouldContain("365");
        foreach (var field in new[] { "name_en", "icon", "price_types" }) page.Error(field).ShouldNotBeEmpty(field);
        market.Catalog().Section(section.Id)!.Slug.ShouldBe(section.Slug);
    }

    [Fact]
    public async Task Of_two_at_once_the_second_sees_what_the_first_did_and_loses_nothing()
    {
        using var first = await market.Admin();
        using var second = await market.Admin();
        var section = await market.NewSection(first);
        var open = await second.Open($"/fr/admin/sections/{section.Id}");
        await first.Revise(section.Id, ("life_days", "45"));

        var clash = await open.Submit("section", ("photo_limit", "7"));
        (clash.Status, clash.Field("photo_limit")).ShouldBe((HttpStatusCode.Conflict, "7"), clash.Text());
        clash.Text(".notice.warn").ShouldContain("Durée des annonces");
        market.Catalog().Section(section.Id)!.LifeDays.ShouldBe(45);

        (await clash.Submit("section", ("life_days", "45"))).Address.Query.ShouldBe("?done=saved");
        var now = market.Catalog().Section(section.Id)!;
        (now.LifeDays, now.PhotoLimit).ShouldBe((45, 7));
    }

    [Fact]
    public async Task Links_with_a_name_of_the_past_lead_on_for_good_for_people_and_programs()
    {
        using var admin = await market.Admin();
        var section = await market.NewSection(admin);
        await admin.Revise(section.Id, ("slug", section.Slug + "-new"));
        var client = market.Host.GetTestClient();
        foreach (var path in new[] { "/search", "/fr/search", "/api/v1/listings" })
        {
            var answer = await client.GetAsync($"{path}?q=a%26b&section={section.Slug}&attr.make=x", TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently, path);
            answer.Headers.Location!.ToString().ShouldBe($"{path}?q=a%26b&section={section.Slug}-new&attr.make=x");
        }

        (await client.GetAsync($"/api/v1/listings?section={section.Slug}-never", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var other = await market.NewSection(admin);
        (await admin.Revise(other.Id, ("slug", section.Slug))).Error("slug").ShouldContain("ancien");
        (await admin.Revise(section.Id, ("slug", section.Slug))).Address.Query.ShouldBe("?done=saved");
    }

    [Fact]
    public async Task A_section_under_another_top_is_found_there_with_its_adverts()
    {
        using var admin = await market.Admin();
        var section = await market.NewSection(admin);
        var listing = await market.Publish($"Objet {RoadSteps.NewWord()}", section: section.Slug);
        var home = market.Catalog().Section("home")!;
        var page = await market.Follow(() => admin.Revise(section.Id, ("parent", home.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        page.Address.Query.ShouldBe("?done=saved", page.Text("[role=alert]"));
        using var visitor = market.Browser();
        (await visitor.Open("/search?section=home")).Numbers().ShouldContain(listing.Number);
        (await visitor.Open("/search?section=leisure")).Numbers().ShouldNotContain(listing.Number);

        (await market.Follow(() => admin.Undo($"sections/{section.Id}", 2))).Address.Query.ShouldBe("?done=undone");
        (await visitor.Open("/search?section=leisure")).Numbers().ShouldContain(listing.Number);
    }
}
