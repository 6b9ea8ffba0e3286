using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Souq.Accounts.Contracts;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Kernel;
using Souq.Mail.Letters;
using Souq.Mail.Operating;
using Souq.Mail.Posting;
using Souq.Mail.Templates;
using Souq.TestSupport;
using Wolverine;

namespace Souq.Integration.Mail;

[Collection(nameof(Market))]
public sealed class OperatorPagesTests(Market market)
{
    private static readonly Guid Leila = DemoPeople.IdOf(DemoPeople.Admin);
    private readonly string run = Guid.NewGuid().ToString("n");

    [Fact]
    public async Task Only_admins_see_the_post()
    {
        var paths = Routes().Select(r => "/" + r.Replace("{Name}", "moderation.approved", StringComparison.Ordinal).Replace("{name}", "moderation.approved", StringComparison.Ordinal)).ToList();
        paths.ShouldBe(
            [
                "/admin/mail", "/admin/mail/letters", "/admin/mail/stopped", "/admin/mail/dead", "/admin/mail/templates", "/admin/mail/templates/moderation.approved",
                "/admin/mail/templates/moderation.approved/letter",
            ], ignoreOrder: true);
        using var visitor = market.Browser();
        using var seller = await market.SignedInAs(DemoPeople.Seller);
        using var moderator = await market.SignedInAs(DemoPeople.Moderator);
        using var admin = await market.SignedInAs(DemoPeople.Admin);
        foreach (var path in paths)
        {
            (await visitor.Open(path)).Address.AbsolutePath.ShouldBe("/signin", path);
            (await seller.Open(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
            (await moderator.Open(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
            (await admin.Open(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task Whoever_pauses_the_post_holds_back_all_but_security_mails_and_is_named()
    {
        using var admin = await market.SignedInAs(DemoPeople.Admin);
        var page = await (await admin.Open("/fr/admin/mail")).Submit("switch", ("pause", "1"));
        page.Text().ShouldContain("suspendus");
        try
        {
            await Should.ThrowAsync<PostPausedException>(() => Post.Deliver(Letter(0), Cancel));
            (await Post.DeliverAll([Letter(1), Letter(2) with { Kind = LetterKind.Digest }, Letter(3) with { Promise = Promise.Assured }], Cancel))
                .ShouldBe([Delivery.Postponed, Delivery.Postponed, Delivery.Sent]);
            (await admin.Open("/fr/admin/mail")).Text(".timeline").ShouldContain("A suspendu l’envoi");
        }
        finally
        {
            page = await (await admin.Open("/fr/admin/mail")).Submit("switch", ("pause", "0"));
        }

        page.Text().ShouldContain("L’envoi a repris");
        (await Post.DeliverAll([Letter(1), Letter(2) with { Kind = LetterKind.Digest }], Cancel)).ShouldBe([Delivery.Sent, Delivery.Sent]);
        (await Acts("went-on")).ShouldContain((Leila, (string?)null));
    }

    [Fact]
    public async Task A_letter_is_written_again_once_for_each_time_it_is_asked_for()
    {
        await market.Publish($"Canapé {run[..8]}", "/fr");
        var key = (string)(await Scalar("select key from mail.letters where origin like 'notify:moderation.approved:%' order by first_at desc limit 1"))!;
        var before = market.MailTo(DemoPeople.Seller).Count;
        using var admin = await market.SignedInAs(DemoPeople.Admin);
        var list = await admin.Open("/fr/admin/mail/letters");
        list.Text().ShouldContain(key);
        list.Html.ShouldNotContain(DemoPeople.Seller);

        (await list.Submit("again", ("letter", $"0 {key}"))).Text().ShouldContain("réécrite et envoyée");
        market.MailTo(DemoPeople.Seller).Count.ShouldBe(before + 1);
        (await list.Submit("again", ("letter", $"0 {key}"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        market.MailTo(DemoPeople.Seller).Count.ShouldBe(before + 1);
        (await Scalar($"select state from mail.letters where key = '{key}:again:1'")).ShouldBe("accepted");
        (await Acts("again")).ShouldContain((Leila, key));
    }

    [Fact]
    public async Task What_cannot_be_written_again_says_so()
    {
        await Post.Deliver(Letter(0), Cancel);
        using var admin = await market.SignedInAs(DemoPeople.Admin);
        var list = await admin.Open("/fr/admin/mail/letters");
        (await list.Submit("again", ("letter", $"0 {Letter(0).Key}"))).Text().ShouldContain("ne peut pas être réécrite");
        (await list.Submit("again", ("letter", "0 nobody:1"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await list.Submit("again", ("letter", "x"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_address_is_let_go_by_whoever_knows_it()
    {
        var address = $"{run}@souq.test";
        await Stop(address);
        using var admin = await market.SignedInAs(DemoPeople.Admin);
        var page = await admin.Open("/fr/admin/mail/stopped");
        page.Html.ShouldNotContain(address);
        (await page.Submit("let-go", ("address", "nonsense"), ("what", "let-go"))).Error("address").ShouldContain("adresse e-mail");
        (await page.Submit("let-go", ("address", $"other-{address}"), ("what", "let-go"))).Error("address").ShouldContain("n’est pas arrêtée");
        (await page.Submit("let-go", ("address", address), ("what", "look"))).Text().ShouldContain("revenues pour de bon");
        (await Stopped.Why(address, Cancel)).ShouldNotBeNull();

        (await page.Submit("let-go", ("address", " " + address.ToUpperInvariant()), ("what", "let-go"))).Text().ShouldContain("de nouveau écrire");
        (await Stopped.Why(address, Cancel)).ShouldBeNull();
        (await Acts("let-go")).ShouldContain((Leila, (string?)null));
    }

    [Fact]
    public async Task A_person_whom_letters_do_not_reach_is_told_and_finds_the_way_back()
    {
        await Stop(DemoPeople.Buyer);
        using var buyer = await market.SignedInAs(DemoPeople.Buyer);
        var page = await buyer.Open("/fr/me");
        page.Text().ShouldContain("pas pu vous joindre");
        await market.Follow(() => page.Submit("reach"));

        var letter = market.MailTo(DemoPeople.Buyer)[^1];
        var link = new Uri(letter.TextBody!.Split('\n', ' ').First(w => w.Contains("/confirm/", StringComparison.Ordinal)).Trim());
        await (await buyer.Open(link.PathAndQuery)).Submit("confirm");
        (await Stopped.Why(DemoPeople.Buyer, Cancel)).ShouldBeNull();
        (await buyer.Open("/fr/me")).Text().ShouldNotContain("pas pu vous joindre");
    }

    [Fact]
    public async Task A_message_that_could_not_be_handled_is_shown_with_its_reason_and_replayed_or_deleted()
    {
        await using (var scope = market.Host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().PublishAsync(new NotifyPerson(DemoPeople.IdOf(DemoPeople.Buyer), $"no-template-{run}", Guid.Empty, $"dead:{run}"));
        await Waiting.Until(async () => (long)(await Scalar("select count(*) from wolverine.wolverine_dead_letters where not replayable"))! == 1);
        using var admin = await market.SignedInAs(DemoPeople.Admin);
        var page = await admin.Open("/fr/admin/mail/dead");
        page.Text().ShouldContain("NotifyPerson");
        page.Text().ShouldContain($"no-template-{run}");
        var id = page.Document.QuerySelector("button[name=do][value^='replay ']")!.GetAttribute("value")!.Split(' ')[1];

        (await page.Submit("dead", ("do", $"replay {id}"))).Text().ShouldContain("remis en traitement");
        // It fails as before, and is dead once more.
        await Waiting.Until(async () => (long)(await Scalar("select count(*) from wolverine.wolverine_dead_letters where not replayable"))! == 1);
        page = await admin.Open("/fr/admin/mail/dead");
        id = page.Document.QuerySelector("button[name=do][value^='delete ']")!.GetAttribute("value")!.Split(' ')[1];
        (await page.Submit("dead", ("do", $"delete {id}"))).Text().ShouldContain("supprimé définitivement");
        (await Scalar("select count(*) from wolverine.wolverine_dead_letters")).ShouldBe(0L);
        (await Acts("deleted")).ShouldContain((Leila, id));
    }

    [Fact]
    public async Task Every_template_has_a_sample_in_three_languages_that_mail_programs_can_show()
    {
        var book = market.Service<MailSampleBook>();
        foreach (var name in book.Names)
        {
            book.Has(name).ShouldBeTrue($"{name} has no sample");
            foreach (var language in Languages.All)
            {
                var letter = (await book.Write(name, language)).ShouldNotBeNull();
                letter.Subject.ShouldNotBeNullOrWhiteSpace($"{name} in {language}");
                letter.Html.ShouldContain($"dir=\"{language.Direction()}\"", Case.Sensitive, name);
                letter.Html.Length.ShouldBeLessThan(102 * 1024, name);
                letter.Text.ShouldNotContain("<", Case.Sensitive, name);
            }
        }
    }

    [Fact]
    public async Task A_sample_is_shown_where_it_can_do_nothing()
    {
        using var admin = await market.SignedInAs(DemoPeople.Admin);
        var page = await admin.Open("/fr/admin/mail/templates/moderation.refused?language=ar");
        page.Document.QuerySelector("iframe")!.GetAttribute("sandbox").ShouldBe("");
        var letter = await admin.Open(page.Resolve(page.Document.QuerySelector("iframe")!.GetAttribute("src")!));
        var policy = letter.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("sandbox");
        policy.ShouldNotContain("script-src");
        page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("script-src 'self'");
        (await admin.Open("/admin/mail/templates/no.such")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.Open("/admin/mail/templates/no.such/letter")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PostOffice Post => market.Service<PostOffice>();

    private StoppedAddresses Stopped => market.Service<StoppedAddresses>();

    private Outgoing Letter(int number) => new($"test:{run}:{number}", Language.French, $"{run}@souq.test", "", new Letter("News", "<p>x</p>", "x"));

    private async Task Stop(string address) =>
        await Stopped.Stop(await market.Service<AddressMarks>().Of(address, Cancel), StopReason.Bounced, "5.1.1", "test", Cancel);

    private IEnumerable<string> Routes() => market.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(e => e.RoutePattern.RawText!.Trim('/')).Where(r => r.StartsWith("admin/mail", StringComparison.Ordinal)).Distinct();

    private async Task<List<(Guid By, string? About)>> Acts(string act) =>
        [.. (await market.Service<PostActs>().Last(Cancel)).Where(a => a.Act == act).Select(a => (a.By, a.About))];

    private async Task<object?> Scalar(string sql)
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
