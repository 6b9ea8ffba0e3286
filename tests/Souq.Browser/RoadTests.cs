using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Souq.Accounts.Demo;
using Souq.Digests.Contracts;
using Souq.Host.Demo.Pictures;

namespace Souq.Browser;

/// <summary>The whole road of one advert, in Arabic, on a phone.</summary>
[Collection<OpenMarketCollection>]
public partial class RoadTests(OpenMarket market)
{
    private const string Title = "رونو كليو 4 نظيفة جدا";

    [Fact]
    public async Task An_advert_goes_its_whole_road_in_Arabic_on_a_phone()
    {
        var reader = await market.Visitor();
        const string mailbox = "reader@example.dz";
        await Subscribe(reader, mailbox);
        // The clock of this market stands still between steps; what is published in the moment of confirming is not news.
        market.Clock.Advance(TimeSpan.FromMinutes(1));

        var seller = await market.Visitor();
        await seller.SignIn(DemoPeople.Seller);
        await Offer(seller);
        await market.Queued(long.Parse(new Uri(seller.Page.Url).Query["?sent=".Length..], CultureInfo.InvariantCulture));

        var moderator = await market.Visitor();
        await moderator.SignIn(DemoPeople.Moderator);
        await Approve(moderator);
        // Nothing is sent as long as the moderator may take it back.
        await market.Settle();
        await market.CatchUp();
        await market.Letter(DemoPeople.Seller, Title);

        var buyer = await market.Visitor();
        await buyer.SignIn(DemoPeople.Buyer);
        await Find(buyer);
        await buyer.Press("a[href$='/write']");
        await buyer.Page.FillAsync("[name=words]", "هل يمكن المعاينة يوم الجمعة؟");
        await buyer.Look("write");
        await buyer.Press("main form.form button[type=submit]");
        await buyer.ShouldSee("هل يمكن المعاينة يوم الجمعة؟");

        await market.Letter(DemoPeople.Seller, "يوم الجمعة");
        await seller.Go("/messages");
        await seller.Look("inbox");
        await seller.Press("main a[href^='messages/']");
        await seller.Page.FillAsync("[name=words]", "نعم، مرحبا بك بعد الصلاة.");
        await seller.Press("main form.form button[type=submit]");
        await seller.Look("conversation");
        await market.Letter(DemoPeople.Buyer, "بعد الصلاة");

        // Tomorrow morning.
        market.Clock.Advance(TimeSpan.FromHours(24 + 11) - market.Clock.GetUtcNow().TimeOfDay);
        await market.Tick(new SendDueDigests(market.Clock.GetUtcNow()));
        var digest = await market.Letter(mailbox, Title);
        digest.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        await reader.Page.SetContentAsync(digest.HtmlBody!);
        (await reader.Page.Locator("body").InnerTextAsync()).ShouldContain(Title);
    }

    private async Task Subscribe(Visitor reader, string mailbox)
    {
        await reader.Go("/search?section=cars&wilaya=31");
        await reader.Page.FillAsync("[name=address]", mailbox);
        await reader.Press(".alert-box button[type=submit]");
        var letter = await market.Letter(mailbox, "/alerts/confirm/");
        await reader.Page.GotoAsync(Link().Match(letter.TextBody!).Value);
        await reader.Look("confirm-alert");
        await reader.Press("main form button[type=submit]");
    }

    private static async Task Offer(Visitor seller)
    {
        await seller.Go("/offer");
        await seller.Look("offer-section");
        await seller.Go("/offer?section=cars");
        // Refused first: the make is missing, and what was typed is still there.
        await seller.Page.FillAsync("[name='attr.year']", "٢٠١٨");
        await seller.Press("main form.form button[type=submit]");
        (await seller.Page.InputValueAsync("[name='attr.year']")).ShouldBe("٢٠١٨");
        await seller.Look("offer-refused");
        await seller.Page.FillAsync("[name='attr.make']", "رونو");
        await seller.Page.FillAsync("[name='attr.model']", "كليو");
        await seller.Page.FillAsync("[name='attr.mileage']", "98 000");
        await seller.Look("offer-details");
        await seller.Press("main form.form button[type=submit]");

        await seller.Page.FillAsync("[name=title]", Title);
        await seller.Page.FillAsync("[name=description]", "محرك ممتاز، صيانة منتظمة.\nالمعاينة في وهران.");
        await seller.Page.FillAsync("[name=price]", "245");
        await seller.Page.SelectOptionAsync("[name=price_unit]", "Million");
        await seller.Page.RunAndWaitForResponseAsync(
            () => seller.Page.SelectOptionAsync("main [name=wilaya]", "31"), answer => answer.Url.Contains("communes"));
        await seller.Page.SelectOptionAsync("main [name=commune]", "3101");
        await seller.Look("offer-words");
        await seller.Press("main form.form button[type=submit]");

        await seller.Page.SetInputFilesAsync("input[type=file]",
        [
            Photo("front.jpg", DemoPictures.Draw("hatchback", 1, 0)),
            Photo("side.jpg", DemoPictures.Draw("hatchback", 1, 1)),
            Photo("note.jpg", "this is a text"u8.ToArray()),
        ]);
        // Each goes up by itself; what is no photo says so and leaves the others alone.
        await seller.Page.Locator(".upload.refused").GetByText("note.jpg").WaitForAsync();
        await seller.Page.Locator(".tray-photos [name=kept]").Nth(1).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        (await seller.Page.Locator(".tray-photos [name=kept]").CountAsync()).ShouldBe(2);
        await seller.Look("offer-photos");
        await seller.Page.ClickAsync(".upload.refused button");
        await seller.Press("button[name=next]");

        await seller.ShouldSee(Title);
        await seller.ShouldSee("245");
        await seller.Look("offer-preview");
        await seller.Press("main form.form button[type=submit]");
        await seller.Look("desk");
    }

    private static FilePayload Photo(string name, byte[] bytes) => new() { Name = name, MimeType = "image/jpeg", Buffer = bytes };

    private static async Task Approve(Visitor moderator)
    {
        await moderator.Go("/moderation");
        await moderator.Look("moderation");
        await moderator.Press($"main button:has-text('{Title}')");
        await moderator.ShouldSee("2 450 000".Replace(' ', '\u00A0'));
        await moderator.Look("moderation-case");
        await moderator.Press("form.approve button[type=submit]");
    }

    private static async Task Find(Visitor buyer)
    {
        await buyer.Go("/");
        await buyer.Page.FillAsync("main [name=q]", "clio نظيفه");
        await buyer.Page.SelectOptionAsync("main [name=section]", "cars");
        await buyer.Look("home");
        await buyer.Press("main .search-bar button[type=submit]");
        await buyer.ShouldSee(Title);
        await buyer.Look("search");
        await buyer.Press($"main a:has-text('{Title}')");
        await buyer.ShouldSee("رونو");
        await buyer.Look("listing");
    }

    [GeneratedRegex(@"http://\S+/alerts/confirm/\S+")]
    private static partial Regex Link();
}
