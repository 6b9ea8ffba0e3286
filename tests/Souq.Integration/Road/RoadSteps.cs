using System.Globalization;
using MimeKit;
using NetVips;
using Souq.Accounts.Demo;
using Souq.Listings;
using Souq.Listings.Browsing;
using Souq.Moderation.Letters.Gathering;
using Souq.Moderation.Undoing;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Road;

/// <summary>What people do on the way of an advert, with nothing but a browser.</summary>
internal static class RoadSteps
{
    private static int names;

    /// <summary>A word that is in no other advert, and that no language bends.</summary>
    public static string NewWord() =>
        "qz" + string.Concat(Interlocked.Increment(ref names).ToString("000", CultureInfo.InvariantCulture).Select(digit => "bdfghjklmp"[digit - '0'])) + "q";

    /// <summary>A picture like a photo, as a phone would send it; another seed is another picture.</summary>
    public static byte[] Jpeg(int seed = 1, int width = 480, int height = 360)
    {
        using var grain = Image.Gaussnoise(width, height, sigma: 30, mean: 120, seed: seed);
        using var colours = grain.Bandjoin(grain + 30, grain - 30);
        using var picture = colours.Copy(interpretation: Enums.Interpretation.Srgb).Cast(Enums.BandFormat.Uchar);
        return picture.JpegsaveBuffer(q: 80);
    }

    /// <summary>The first two steps of an offer, up to the page that asks for photos.</summary>
    public static async Task<Page> WriteOffer(this Browser seller, string title, string language = "", string section = "smartphones", string price = "45000")
    {
        var page = await seller.Open($"{language}/offer?section={section}");
        page = await page.Submit("details", ("attr.brand", "Samsung"), ("attr.model", "Galaxy S21"));
        page.Address.AbsolutePath.ShouldEndWith("/words", customMessage: page.Text("[role=alert]"));
        page = await page.Submit("words", ("title", title), ("description", "Bon état, avec sa boîte."), ("price_type", "Negotiable"),
            ("price", price), ("wilaya", "31"), ("commune", "3101"));
        page.Address.AbsolutePath.ShouldEndWith("/photos", customMessage: page.Text("[role=alert]"));
        return page;
    }

    /// <summary>The whole offer, up to the page that shows how it will look.</summary>
    public static async Task<Page> Preview(this Browser seller, string title, string language = "", string section = "smartphones", string price = "45000", int photo = 1)
    {
        var page = await seller.WriteOffer(title, language, section, price);
        page = await page.Upload("photos", "photos", [("front.jpg", Jpeg(photo))], ("next", "true"));
        page.Address.AbsolutePath.ShouldEndWith("/preview", customMessage: page.Text("[role=alert]"));
        return page;
    }

    /// <summary>Sends what the preview shows; it waits for a moderator when this returns.</summary>
    public static async Task<Listing> Submit(this Market market, Page preview)
    {
        market.Clock.Advance(TimeSpan.FromSeconds(1));
        var desk = await market.Follow(() => preview.Submit("submit"));
        desk.Address.Query.ShouldStartWith("?sent=", customMessage: desk.Text("[role=alert]"));
        return await market.Advert(long.Parse(desk.Address.Query["?sent=".Length..], CultureInfo.InvariantCulture));
    }

    public static async Task<Listing> Advert(this Market market, long number) =>
        (await market.Service<ListingReader>().ByNumber(number)).ShouldNotBeNull();

    /// <summary>The seller offers, the moderator approves.</summary>
    public static async Task<Listing> Publish(this Market market, string title, string language = "", string section = "smartphones")
    {
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        var listing = await market.Submit(await seller.Preview(title, language, section));
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        await market.Approve(moderator, title);
        return await market.Advert(listing.Number);
    }

    /// <summary>A moderator decides, and does not take it back.</summary>
    public static async Task<Page> Decide(this Market market, Page page, string form, params (string Name, string? Value)[] fields)
    {
        var answer = await market.Follow(() => page.Submit(form, fields));
        market.Clock.Advance(Intent.Window);
        await market.Tick(new CarryOutDueDecisions(market.Clock.GetUtcNow()));
        if (form == "approve") return answer;
        // A letter that says no waits for others like it.
        market.Clock.Advance(TellRefusalHandler.Window);
        await market.Tick(new PostDueRefusals(market.Clock.GetUtcNow()));
        return answer;
    }

    public static async Task Approve(this Market market, Browser moderator, string title)
    {
        var page = await moderator.OpenCase(title);
        page = await market.Decide(page, "approve");
        page.Address.Query.ShouldStartWith("?done=", customMessage: page.Text());
    }

    public static async Task Refuse(this Market market, Browser moderator, string title, string reason, string words)
    {
        var page = await moderator.OpenCase(title);
        page = await market.Decide(page, "refuse", ("reasonCode", reason), ("words", words));
        page.Address.Query.ShouldStartWith("?done=", customMessage: page.Text());
    }

    /// <summary>Chooses a line of the queue by what it says, on whichever page of it.</summary>
    public static async Task<Page> OpenCase(this Browser moderator, string title)
    {
        var queue = await moderator.Open("/fr/moderation");
        while (Line() is null && queue.Document.QuerySelector(".console-pages a[rel=next]") is not null) queue = await queue.Follow(".console-pages a[rel=next]");
        var line = Line();
        return await queue.Submit("open", ("case", line.ShouldNotBeNull(queue.Text()).GetAttribute("value")));

        AngleSharp.Dom.IElement? Line() =>
            queue.Document.QuerySelectorAll("button[name=case]").FirstOrDefault(b => b.TextContent.Contains(title, StringComparison.Ordinal));
    }

    /// <summary>The numbers of the adverts among results, from the top.</summary>
    public static IReadOnlyList<long> Numbers(this Page page) =>
    [
        .. page.Document.QuerySelectorAll("article.card .card-title a").Select(a => a.GetAttribute("href")!)
            .Select(href => long.Parse(href[(href.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture)),
    ];

    /// <summary>The first link of a letter that leads to a part of the site.</summary>
    public static string LinkTo(this MimeMessage letter, string part) =>
        letter.TextBody!.Split((char[]?)null).First(word => word.StartsWith("http://localhost/", StringComparison.Ordinal) && word.Contains(part, StringComparison.Ordinal));
}
