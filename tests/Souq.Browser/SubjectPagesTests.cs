using Souq.Accounts.Demo;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Messaging.Conversations;
using Souq.Messaging.Writing;
using Souq.Moderation.Contracts;
using Souq.Moderation.Opening;
using Souq.Moderation.Sanctions;
using Souq.Moderation.Subjects;
using Souq.Moderation.Texts;
using Souq.TestSupport;
using Case = Souq.Moderation.Case;

namespace Souq.Browser;

/// <summary>What is no advert, people, changes and texts: pages of the console that are open to all and worked by keyboard.</summary>
[Collection<OpenMarketCollection>]
public class SubjectPagesTests(OpenMarket market)
{
    private static readonly Guid Seller = DemoPeople.IdOf(DemoPeople.Seller), Buyer = DemoPeople.IdOf(DemoPeople.Buyer), Karim = DemoPeople.IdOf(DemoPeople.Moderator),
        Leila = DemoPeople.IdOf(DemoPeople.Admin);

    [Theory]
    [InlineData("", 390)]
    [InlineData("/fr", 820)]
    [InlineData("/fr", 1280)]
    public async Task Pages_keep_nobody_out(string language, int width)
    {
        var text = Guid.CreateVersion7();
        await market.Tick(new WriteText(text, 0, new("Numéro dans le texte", "احذف {words} من {title}", "Retirez {words} de {title}", "Take {words} out of {title}", []), Leila));
        var (conversation, message, talk) = await Talk();
        var advert = await Submit("Clio 4 propre, appelez le 0550 12 34 56");
        await Appealed();
        var admin = await market.Visitor(language, width);
        await admin.SignIn(DemoPeople.Admin);
        foreach (var (path, name) in new[]
        {
            ("/moderation/people", "people"), ($"/moderation/people/{Buyer}", "person"), ($"/moderation/cases/{advert}/change", "change"),
            ($"/moderation/cases/{talk}", "case-message"), ($"/moderation/cases/{await Named()}", "case-name"), ($"/moderation/cases/{advert}", "case-advert"),
            ("/moderation/texts", "texts"), ($"/moderation/texts/{text}", "text"), ("/s/cherif-auto/report", "report-store"), ($"/people/{Seller}/report", "report-person"),
        })
        {
            await admin.Go(path);
            await admin.Look($"{name}-{language.Trim('/')}{width}");
        }

        var seller = await market.Visitor(language, width);
        await seller.SignIn(DemoPeople.Seller);
        await seller.Go($"/messages/{conversation}");
        await seller.Look($"conversation-{language.Trim('/')}{width}");
        await seller.Go($"/messages/{conversation}/report/{message}");
        await seller.Look($"report-message-{language.Trim('/')}{width}");
    }

    [Fact]
    public async Task A_message_is_removed_and_a_text_put_into_words_by_keyboard_alone()
    {
        await market.Tick(new WriteText(Guid.CreateVersion7(), 0, new("Insultes", "ممنوع", "Pas d’insultes, merci.", "No insults.", []), Leila));
        var (_, message, talk) = await Talk();
        var karim = await market.Visitor("/fr", 1280);
        await karim.SignIn(DemoPeople.Moderator);
        await karim.Go($"/moderation/cases/{talk}");
        var (page, keys) = (karim.Page, karim.Page.Keyboard);
        await keys.PressAsync("1");
        (await page.IsCheckedAsync("input[name=reasonCode][value=abuse]")).ShouldBeTrue();
        await keys.PressAsync("Escape");
        await page.EvaluateAsync("document.activeElement.blur()");
        await keys.PressAsync("s");
        await keys.TypeAsync("Insultes");
        await page.WaitForFunctionAsync("document.querySelector('[name=words]').value.length > 3");
        await keys.PressAsync("Escape");
        await keys.PressAsync("x");
        await page.WaitForURLAsync(url => url.Contains($"done={talk}", StringComparison.Ordinal));
        await market.Settle();
        await Waiting.Until(async () =>
        {
            await using var session = market.Service<Souq.Messaging.IMessagingStore>().QuerySession();
            return (await session.LoadAsync<MessageWords>(message))!.RemovedAt is not null;
        });
        (await market.Letter(DemoPeople.Buyer, "ممنوع")).TextBody.ShouldNotBeNull().ShouldContain("appeal/");
    }

    [Fact]
    public async Task A_change_is_made_and_a_person_warned_by_keyboard_alone()
    {
        var advert = await Submit("Clio 4 propre, appelez le 0550 12 34 56");
        var karim = await market.Visitor("/fr", 1280);
        await karim.SignIn(DemoPeople.Moderator);
        await karim.Go($"/moderation/cases/{advert}");
        var (page, keys) = (karim.Page, karim.Page.Keyboard);
        await keys.PressAsync("m");
        await page.WaitForURLAsync(url => url.EndsWith("/change", StringComparison.Ordinal));
        await karim.ShouldSee("0550 12 34 56");
        await page.FocusAsync("button[name=act][value=confirm]");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("done=", StringComparison.Ordinal));

        await market.Tick(new WriteText(Guid.CreateVersion7(), 0, new("Dernier avis", "مرة أخرى: {refused}", "Encore une fois, et {refused} refus déjà.", "Again: {refused}", []), Leila));
        await karim.Go($"/moderation/people/{Buyer}");
        await page.FocusAsync("input[name=kind]");
        await keys.PressAsync("Space");
        await page.FocusAsync("select[name=text]");
        await keys.TypeAsync("Dernier avis");
        await page.WaitForFunctionAsync("document.querySelector('form:has(select[name=reason]) [name=words]').value.startsWith('Encore')");
        await page.FocusAsync("select[name=reason]");
        await keys.TypeAsync("Insultes");
        await page.FocusAsync("form:has(select[name=reason]) button[type=submit]");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("done=", StringComparison.Ordinal) && url.Contains("people", StringComparison.Ordinal));
        await karim.ShouldSee("Avertissement");
        await karim.ShouldSee("Encore une fois");
    }

    private async Task<Guid> Submit(string title)
    {
        var listing = Guid.CreateVersion7();
        await market.Tick(new ListingSubmitted(
            listing, 1, 910_000_000 + Random.Shared.Next(1_000_000), Seller, 100, title, 3101, new Price(PriceType.Negotiable, 1_850_000), null, market.Clock.GetUtcNow(), null, title));
        return Case.IdOf(SubjectKinds.Listing, listing);
    }

    /// <summary>A buyer has written something that the seller reported.</summary>
    private async Task<(Guid Conversation, Guid Message, Guid Case)> Talk()
    {
        var (listing, message) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using (var session = market.Service<Souq.Messaging.IMessagingStore>().LightweightSession())
        {
            session.Store(new Subject(listing, 920_000_000 + Random.Shared.Next(1_000_000), "Clio 4 propre", Seller, OnMarket: true));
            await session.SaveChangesAsync();
        }

        await market.Tick(new WriteToSeller(listing, Buyer, Guid.CreateVersion7(), "Bonjour, dernier prix ?"));
        market.Clock.Advance(TimeSpan.FromSeconds(1));
        await market.Tick(new WriteToSeller(listing, Buyer, message, "Alors tu réponds, imbécile ?"));
        var conversation = Conversation.IdOf(listing, Buyer);
        await market.Tick(new ReportSubject(
            new(Reportable.Message, message, Buyer, $"messages/{conversation}", $"messages/{conversation}/report/{message}", "Clio 4 propre", listing), Seller, Seller, "offensive", "Il m’insulte."));
        return (conversation, message, Case.IdOf(Reportable.Message, message));
    }

    private async Task<Guid> Named()
    {
        var who = Guid.CreateVersion7();
        await market.Tick(new ReportSubject(new(Reportable.Profile, Seller, Seller, $"people/{Seller}", $"people/{Seller}/report"), who, null, "offensive", null));
        return Case.IdOf(Reportable.Profile, Seller);
    }

    /// <summary>Somebody does not agree with a warning.</summary>
    private async Task Appealed()
    {
        var (person, sanction) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await market.Tick(new SanctionPerson(sanction, person, Karim, false, 0, SanctionKind.Warning, [], null, "spam", "Trop de messages."));
        await market.Tick(new AppealSanction(person, sanction, "Je n’ai écrit qu’une fois."));
    }
}
