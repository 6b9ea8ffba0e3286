using System.Net;
using System.Text;
using Marten;
using NetVips;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Moderation.Reporting;
using Souq.Moderation.Reporting.Pictures;
using Souq.Moderation.Staff;
using Souq.Web.Security;
using Page = Souq.TestSupport.Browsing.Page;
using Reader = Souq.TestSupport.Browsing.Browser;

namespace Souq.Integration.Moderation;

/// <summary>What somebody saw, as a picture beside his words.</summary>
[Collection(nameof(ModerationMarket))]
public sealed class ReportPhotoTests(ModerationMarket market) : WithSomethingToReport(market)
{
    [Fact]
    public async Task A_visitors_photo_comes_with_his_report_without_what_his_phone_knows_and_moderators_of_the_case_see_it()
    {
        var advert = await Market.Publish("Clio 4");
        using var visitor = Visitor();
        var sent = await Send(await visitor.Open($"/fr/l/{advert.Number}/report"), [("écran.jpg", Telling())], ("reason", "fraud"), ("words", ""));
        sent.Text().ShouldContain("Votre signalement est arrivé");

        var (report, photo) = await Only();
        photo.ShouldSatisfyAllConditions(
            p => p.Id.ShouldBe(report.Photo!.Id), p => p.Id.ShouldNotBe(report.Id), p => p.Since.ShouldBeNull(), p => p.By.ShouldBeNull(), p => (p.Width, p.Height).ShouldBe((480, 360)));
        foreach (var file in new[] { photo.Card, photo.Zoom })
        {
            Encoding.Latin1.GetString(file).ShouldNotContain("Secret");
            using var kept = Image.WebploadBuffer(file);
            kept.GetFields().ShouldNotContain(field => field.StartsWith("exif", StringComparison.Ordinal));
        }

        using var karim = await SignedIn(DemoPeople.Moderator);
        var page = await karim.Open($"/fr/moderation/cases/{advert.CaseOf()}");
        var link = page.Document.QuerySelector(".reports .evidence-photo").ShouldNotBeNull();
        link.QuerySelector("img")!.GetAttribute("alt").ShouldBe("La photo jointe au signalement");
        foreach (var address in new[] { link.GetAttribute("href")!, link.QuerySelector("img")!.GetAttribute("src")! })
        {
            var shown = await karim.Open(page.Resolve(address));
            (shown.Status, shown.Headers.CacheControl!.NoStore).ShouldBe((HttpStatusCode.OK, true));
            shown.Html.ShouldStartWith("RIFF");
        }
    }

    [Fact]
    public async Task Nobody_else_can_fetch_it()
    {
        var advert = await Market.Publish();
        using var buyer = await SignedIn(DemoPeople.Buyer);
        await Send(await buyer.Open($"/fr/l/{advert.Number}/report"), [("a.jpg", RoadSteps.Jpeg(701))], ("reason", "fraud"));
        var (report, photo) = await Only();
        photo.By.ShouldBe(DemoPeople.IdOf(DemoPeople.Buyer));
        var address = "/" + ReportPhotoEndpoint.Address(report, ReportPhotoEndpoint.Zoom);
        using var visitor = Visitor();
        (await visitor.Open(address)).Address.AbsolutePath.ShouldEndWith("/signin");
        (await buyer.Open(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var seller = await SignedIn(DemoPeople.Seller);
        (await seller.Open(address)).Status.ShouldBe(HttpStatusCode.Forbidden);

        using var karim = await SignedIn(DemoPeople.Moderator);
        (await karim.Open(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await karim.Open(address.Replace($"{report.CaseId}", $"{Guid.NewGuid()}", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await karim.Open($"/photos/{photo.Id:N}/zoom.webp")).Status.ShouldBe(HttpStatusCode.NotFound);
        await Store(new Colleague { Id = ModerationSteps.Karim, Roles = [Principal.Moderator], Sections = [999_999] });
        (await karim.Open(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        await Store(new Colleague { Id = ModerationSteps.Karim });
        (await karim.Open(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_no_photo_is_said_in_the_readers_language_and_nothing_typed_is_lost()
    {
        var advert = await Market.Publish();
        using var visitor = Visitor();
        var page = await Send(await visitor.Open($"/fr/l/{advert.Number}/report"), [("note.jpg", "a text"u8.ToArray())], ("reason", "other"), ("words", "Regardez ceci"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Error("photo").ShouldContain("n’est pas une photo lisible");
        page.Field("words").ShouldBe("Regardez ceci");
        page.Document.QuerySelector("input[name=reason][checked]")!.GetAttribute("value").ShouldBe("other");
        var huge = new byte[16 * 1024 * 1024];
        RoadSteps.Jpeg(702).CopyTo(huge, 0);
        page = await Send(page, [("grande.jpg", huge)]);
        page.Error("photo").ShouldContain("dépasse 15");
        page.Field("words").ShouldBe("Regardez ceci");
        page = await Send(page, [("vide.jpg", [])]);
        page.Error("photo").ShouldNotBeEmpty();
        (await Market.Queue()).ShouldBeEmpty();
        page.Document.QuerySelector("input[name='photo.kept']").ShouldBeNull();
    }

    [Fact]
    public async Task A_photo_that_was_taken_stays_while_the_rest_is_put_right_or_is_left_out()
    {
        var (one, two) = (await Market.Publish(), await Market.Publish());
        using var visitor = Visitor();
        var page = await Send(await visitor.Open($"/fr/l/{one.Number}/report"), [("a.jpg", RoadSteps.Jpeg(703))], ("words", "Voici"));
        page.Error("reason").ShouldNotBeEmpty();
        page.Text().ShouldContain("Votre photo est là");
        // Somebody else cannot send it along.
        using (var buyer = await SignedIn(DemoPeople.Buyer))
            await Send(await buyer.Open($"/fr/l/{one.Number}/report"), [], ("reason", "fraud"), ("photo.kept", "true"));
        (await Reports()).ShouldHaveSingleItem().Photo.ShouldBeNull();
        (await Send(page, [], ("reason", "fraud"))).Text().ShouldContain("Votre signalement est arrivé");
        (await Reports()).Count(r => r.Photo is not null).ShouldBe(1);

        page = await Send(await visitor.Open($"/fr/l/{two.Number}/report"), [("b.jpg", RoadSteps.Jpeg(704))]);
        (await Send(page, [], ("reason", "fraud"), ("photo.remove", "true"))).Text().ShouldContain("Votre signalement est arrivé");
        var kept = await Photos();
        kept.ShouldHaveSingleItem().Since.ShouldBeNull();
    }

    [Fact]
    public async Task A_photo_nobody_sent_is_forgotten_after_a_day()
    {
        var (one, two) = (await Market.Publish(), await Market.Publish());
        using var visitor = Visitor();
        await Send(await visitor.Open($"/fr/l/{one.Number}/report"), [("a.jpg", RoadSteps.Jpeg(705))]);
        (await Photos()).ShouldHaveSingleItem();
        Market.Clock.Advance(ReportPhoto.Life);
        await Market.Report(two, null);
        (await Photos()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Photos_of_a_network_are_counted_with_its_reports()
    {
        var advert = await Market.Publish();
        using var visitor = Visitor();
        var page = await visitor.Open($"/fr/l/{advert.Number}/report");
        for (var i = 0; i < ReportLimits.PhotosPerNetworkAndDay; i++)
            (page = await Send(page, [("note.jpg", "a text"u8.ToArray())], ("words", "Encore"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page = await Send(page, [("a.jpg", RoadSteps.Jpeg(706))], ("reason", "fraud"));
        page.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Error("photo").ShouldContain("c'est la limite");
        page.Field("words").ShouldBe("Encore");
        (await Send(page, [])).Text().ShouldContain("Votre signalement est arrivé");
    }

    [Fact]
    public async Task A_message_is_reported_with_a_photo_too_and_it_goes_with_whoever_is_erased()
    {
        var (conversation, message) = await Talk("Envoyez 5000 DA d’avance");
        using var seller = await SignedIn(DemoPeople.Seller);
        await Send(await seller.Open($"/fr/messages/{conversation}/report/{message}"), [("reçu.jpg", RoadSteps.Jpeg(707))], ("reason", "fraud"));
        var (report, _) = await Only();
        using var karim = await SignedIn(DemoPeople.Moderator);
        var page = await karim.Open($"/fr/moderation/cases/{report.CaseId}");
        page.Document.QuerySelector(".reports .evidence-photo").ShouldNotBeNull();
        foreach (var path in new[] { $"people/{WriterId}", "s/cherif-auto" })
            (await seller.Open($"/fr/{path}/report")).Document.QuerySelector("form[enctype='multipart/form-data'] input[type=file]").ShouldNotBeNull();

        await Market.Tell(new PersonErased(WriterId, Market.Clock.GetUtcNow()));
        (await Photos()).ShouldBeEmpty();
        (await Reports()).ShouldHaveSingleItem().Photo.ShouldBeNull();
        (await karim.Open("/" + ReportPhotoEndpoint.Address(report, ReportPhotoEndpoint.Card))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Reader Visitor() => new(Market.Host.Server.CreateHandler());

    private Task<Reader> SignedIn(string email) => Reader.SignedInAs(Market.Host.Server.CreateHandler(), email);

    private async Task<Page> Send(Page page, IEnumerable<(string, byte[])> photos, params (string, string?)[] fields)
    {
        Page answer = null!;
        await Wolverine.Tracking.WolverineHostMessageTrackingExtensions.ExecuteAndWaitAsync(Market.Host, async () => answer = await page.Upload("report", "photo", photos, fields));
        return answer;
    }

    private async Task<(Report Report, ReportPhoto Photo)> Only() => ((await Reports()).ShouldHaveSingleItem(), (await Photos()).ShouldHaveSingleItem());

    private async Task<IReadOnlyList<Report>> Reports()
    {
        await using var session = Market.Store.QuerySession();
        return await session.Query<Report>().ToListAsync(Stop);
    }

    private async Task<IReadOnlyList<ReportPhoto>> Photos()
    {
        await using var session = Market.Store.QuerySession();
        return await session.Query<ReportPhoto>().ToListAsync(Stop);
    }

    private async Task Store(Colleague colleague)
    {
        await using var session = Market.Store.LightweightSession();
        session.Delete<Colleague>(colleague.Id);
        await session.SaveChangesAsync(Stop);
        session.Insert(colleague);
        await session.SaveChangesAsync(Stop);
    }

    /// <summary>A photo that says who took it, and where.</summary>
    private static byte[] Telling()
    {
        using var picture = Image.JpegloadBuffer(RoadSteps.Jpeg(700));
        using var told = picture.Mutate(m =>
        {
            m.Set(GValue.GStrType, "exif-ifd0-Artist", "Secret Person");
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "35/1 41/1 50/1");
        });
        return told.JpegsaveBuffer();
    }
}
