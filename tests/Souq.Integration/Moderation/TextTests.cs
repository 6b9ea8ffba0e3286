using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Demo;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Moderation.Bulk;
using Souq.Moderation.Deciding;
using Souq.Moderation.Sanctions;
using Souq.Moderation.Texts;
using Souq.Moderation.Undoing;

namespace Souq.Integration.Moderation;

/// <summary>Standard texts: written by seniors, offered at decisions, filled in with the case.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class TextTests(ModerationMarket market) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await market.Empty();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_senior_writes_a_text_and_a_moderator_puts_it_into_his_words_filled_in_and_changes_it()
    {
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get("/fr/moderation/texts/new");
        var id = Guid.CreateVersion7();
        (string, string)[] text = [("id", $"{id}"), ("seen", "0"), ("title", "Numéro"), ("ar", "احذف «{words}» من {title}"), ("fr", "Retirez « {words} » de {title}"), ("en", "Take {words} out of {title}")];
        await leila.Post("/fr/moderation/texts/new", "text", [.. text, ("act", "preview")]);
        leila.Page.ShouldContain("Retirez « 0550 12 34 56 » de Clio 4 propre");
        (await Texts()).ShouldBeEmpty();
        await leila.Post("/fr/moderation/texts/new", "text", text);
        leila.Location.ShouldBe($"/fr/moderation/texts/{id}?saved=");
        await leila.Follow();
        leila.Page.ShouldContain("Le texte est enregistré");

        var advert = await market.Submit("Montre neuve très bon état, prix 5000", ModerationSteps.FrenchSeller);
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        var page = $"/fr/moderation/cases/{advert.CaseOf()}";
        await karim.Get(page);
        // In the language of the advert first.
        karim.Page.IndexOf("En français", StringComparison.Ordinal).ShouldBeLessThan(karim.Page.IndexOf("En arabe", StringComparison.Ordinal));
        await karim.Post(page, "refuse", ("revision", "1"), ("act", "text"), ("text", $"{id:N}:fr"), ("reasonCode", "contact-in-title"), ("words", "Bonjour,"), ("quote", "0661"));
        karim.Status.ShouldBe(HttpStatusCode.OK);
        karim.Page.ShouldContain("Bonjour,\n\nRetirez « 0661 » de Montre neuve");
        (await market.Events(advert)).ShouldNotContain("DecisionIntended");
        await karim.Post(page, "refuse", ("revision", "1"), ("reasonCode", "contact-in-title"), ("words", "Retirez « 0661 » de Montre neuve. Merci !"));
        await market.Settle();
        market.Letters().ShouldHaveSingleItem().TextBody.ShouldNotBeNull().ShouldContain("Retirez « 0661 » de Montre neuve. Merci !");

        // A text may be written anew while a moderator reads it, or its key be made up: nothing is put in.
        var other = await market.Submit("Autre montre", ModerationSteps.FrenchSeller);
        await karim.Post($"/fr/moderation/cases/{other.CaseOf()}", "refuse", ("revision", "1"), ("act", "text"), ("text", "nonsense"), ("words", "Mes mots"));
        karim.Page.ShouldContain("Mes mots");
    }

    [Fact]
    public async Task A_text_of_a_section_is_offered_there_alone_and_a_retired_one_nowhere()
    {
        var (everywhere, elsewhere) = (await Write("Partout", []), await Write("Ailleurs", ["200"]));
        var advert = await market.Submit();
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        karim.Page.ShouldContain($"{everywhere:N}:ar");
        karim.Page.ShouldNotContain($"{elsewhere:N}");
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get($"/fr/moderation/texts/{everywhere}");
        await leila.Post($"/fr/moderation/texts/{everywhere}", "retire");
        leila.Status.ShouldBe(HttpStatusCode.Redirect);
        await karim.Get($"/fr/moderation/cases/{advert.CaseOf()}");
        karim.Page.ShouldNotContain($"{everywhere:N}");
    }

    [Fact]
    public async Task In_bulk_each_advert_fills_the_text_in_for_itself()
    {
        var id = await Write("Titre", [], "Corrigez {title}, {section}.");
        var (one, two) = (await market.Submit("Montre neuve", ModerationSteps.FrenchSeller), await market.Submit("Montre ancienne", ModerationSteps.FrenchSeller));
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        var page = $"/fr/moderation/alike/{one.CaseOf()}?by=seller";
        await karim.Get(page);
        karim.Page.ShouldContain($"{id:N}:fr");
        (string, string)[] form =
        [
            ("act", "Refuse"), ("reasonCode", "advertising"), ("text", $"{id:N}:fr"), .. new[] { one, two }.Select(a => ("cases", $"{a.CaseOf():N}:1")),
        ];
        await karim.Post(page, "alike", [.. form, ("words", "Bonjour,"), ("insert", "text")]);
        karim.Status.ShouldBe(HttpStatusCode.OK);
        karim.Page.ShouldContain("Bonjour,\n\nCorrigez {title}, {section}.");
        (await market.Events(one)).ShouldBe(["CaseOpened"]);
        await karim.Post(page, "alike", [.. form, ("words", "Bonjour,\n\nCorrigez {title}, {section}. {Merci}")]);
        karim.Status.ShouldBe(HttpStatusCode.Redirect);
        market.Clock.Advance(Intent.Window);
        await market.Tell(new CarryOutBulk(Guid.Parse(karim.Location.Split('/')[^1])));
        var section = market.Host.Services.GetRequiredService<ICatalog>().Current.Section(one.SectionId)!.Name.Fr;
        (await Said(one)).ShouldBe($"Bonjour,\n\nCorrigez Montre neuve, {section}. {{Merci}}");
        (await Said(two)).ShouldBe($"Bonjour,\n\nCorrigez Montre ancienne, {section}. {{Merci}}");
    }

    [Fact]
    public async Task On_a_persons_page_those_are_offered_that_ask_for_nothing_of_an_advert()
    {
        var (ofAdverts, ofPeople) = (await Write("Annonce", []), await Write("Personne", [], "Déjà {refused} refus. Contestez avant le {until}."));
        var elsewhere = await Write("Ailleurs", ["200"], "{until}");
        using var karim = await Browser.SignIn(market, DemoPeople.Moderator);
        var page = $"/fr/moderation/people/{ModerationSteps.FrenchSeller}";
        await karim.Get(page);
        karim.Page.ShouldContain($"{ofPeople:N}:fr");
        foreach (var other in new[] { ofAdverts, elsewhere }) karim.Page.ShouldNotContain($"{other:N}");
        await karim.Post(page, "sanction", ("seen", "0"), ("act", "text"), ("text", $"{ofPeople:N}:fr"), ("words", "Bonjour,"), ("reason", "spam"));
        karim.Status.ShouldBe(HttpStatusCode.OK);
        var until = Souq.Web.Localisation.Formats.InAlgiers(market.Clock.GetUtcNow() + Souq.Moderation.Appeals.Appeal.Window).ToString("d MMMM yyyy", Language.French.Culture());
        karim.Page.ShouldMatch($"Bonjour,\n\nDéjà [0-9]+ refus. Contestez avant le {until}.");
        await using var session = market.Store.QuerySession();
        (await session.LoadAsync<PersonFile>(PersonFile.IdOf(ModerationSteps.FrenchSeller), TestContext.Current.CancellationToken))?.Sanctions.Count(s => s.EndedAt is null).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_wrong_comes_back_filled_in_and_who_saw_an_older_one_is_told()
    {
        var id = await Write("Un", []);
        using var leila = await Browser.SignIn(market, DemoPeople.Admin);
        await leila.Get($"/fr/moderation/texts/{id}");
        await leila.Post($"/fr/moderation/texts/{id}", "text", ("seen", "1"), ("title", "Deux"), ("ar", "x"), ("fr", "{titre} perdu"), ("en", ""));
        leila.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var words in new[] { "Il n’y a pas de champ {titre}", "Écrivez le texte dans cette langue aussi", "{titre} perdu" }) leila.Page.ShouldContain(words);
        await leila.Post($"/fr/moderation/texts/{id}", "text", ("seen", "0"), ("title", "Deux"), ("ar", "x"), ("fr", "x"), ("en", "x"));
        leila.Status.ShouldBe(HttpStatusCode.Conflict);
        leila.Page.ShouldContain("réécrit ce texte entre-temps");
        await leila.Get($"/fr/moderation/texts/{Guid.CreateVersion7()}");
        leila.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_decision_refuses_who_is_no_senior_whatever_page_he_comes_from()
    {
        foreach (var by in new[] { ModerationSteps.Karim, Guid.CreateVersion7() })
            await Should.ThrowAsync<ForbiddenException>(() => market.Host.Services.GetRequiredService<Souq.Web.Commands.CommandSender>().Send(
                new WriteText(Guid.CreateVersion7(), 0, new("x", "x", "x", "x", []), by), TestContext.Current.CancellationToken));
        (await Texts()).ShouldBeEmpty();
    }

    private async Task<string> Said(ListingSubmitted advert)
    {
        await using var session = market.Store.QuerySession();
        return (await session.LoadAsync<Decision>(Decision.IdOf(advert.CaseOf(), 1), TestContext.Current.CancellationToken)).ShouldNotBeNull().Words;
    }

    private async Task<Guid> Write(string title, IReadOnlyList<string> sections, string body = "{title}")
    {
        var id = Guid.CreateVersion7();
        (await market.Send(new WriteText(id, 0, new(title, body, body, body, sections), ModerationSteps.Leila))).ShouldBeEmpty();
        return id;
    }

    private Task<IReadOnlyList<StandardText>> Texts() => market.Host.Services.GetRequiredService<StandardTexts>().All(TestContext.Current.CancellationToken);
}
