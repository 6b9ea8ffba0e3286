using Npgsql;
using Souq.Accounts.Demo;
using Souq.Mail.Operating;
using Souq.Mail.Posting;

namespace Souq.Browser;

/// <summary>The operator's pages about the post, by eye and by keyboard.</summary>
[Collection<OpenMarketCollection>]
public class PostPagesTests(OpenMarket market)
{
    [Theory]
    [InlineData("", 390)]
    [InlineData("/fr", 1280)]
    [InlineData("/en", 768)]
    public async Task Pages_about_the_post_keep_nobody_out(string language, int width)
    {
        await SomeMonth();
        var admin = await market.Visitor(language, width);
        await admin.SignIn(DemoPeople.Admin);
        foreach (var (path, name) in new[]
        {
            ("/admin/mail", "post"), ("/admin/mail/letters", "post-letters"), ("/admin/mail/letters?state=refused", "post-refused"), ("/admin/mail/stopped", "post-stopped"),
            ("/admin/mail/dead", "post-dead"), ("/admin/mail/templates", "post-templates"),
        })
        {
            await admin.Go(path);
            await admin.Look($"{name}-{language.Trim('/')}{width}");
        }
    }

    [Theory]
    [InlineData("", 390, "ar")]
    [InlineData("/fr", 1280, "fr")]
    public async Task A_letter_is_seen_as_its_reader_would(string language, int width, string letter)
    {
        var admin = await market.Visitor(language, width);
        await admin.SignIn(DemoPeople.Admin);
        await admin.Go($"/admin/mail/templates/moderation.refused?language={letter}");
        var frame = admin.Page.FrameLocator("iframe.letter-frame");
        (await frame.Locator("html").GetAttributeAsync("lang")).ShouldBe(letter);
        (await frame.Locator("a[href*='/offer']").CountAsync()).ShouldBeGreaterThan(0);
        // Its own styles hold, and its links lead nowhere from here.
        (await frame.Locator("h1").EvaluateAsync<string>("h => getComputedStyle(h).fontSize")).ShouldBe("21px");
        if (Environment.GetEnvironmentVariable("SOUQ_SCREENSHOTS") is { } album) await admin.Page.ScreenshotAsync(new() { Path = Path.Combine(album, $"post-letter-{width}.png"), FullPage = true });
        // What looks over a page cannot look into a document that may run nothing.
        await admin.Page.EvaluateAsync("document.querySelector('iframe.letter-frame').remove()");
        await admin.Look($"post-template-{width}");
    }

    [Fact]
    public async Task The_post_is_paused_and_goes_on_by_keyboard_alone()
    {
        var admin = await market.Visitor("/fr", 1280);
        await admin.SignIn(DemoPeople.Admin);
        await admin.Go("/admin/mail");
        try
        {
            await admin.Page.FocusAsync("button[name=pause]");
            await admin.Page.RunAndWaitForResponseAsync(() => admin.Page.Keyboard.PressAsync("Enter"), r => r.Url.Contains("done=paused", StringComparison.Ordinal));
            await admin.Page.WaitForSelectorAsync("button[name=pause][value='0']");
            await admin.ShouldSee("L’envoi est suspendu");
            await admin.Page.FocusAsync("button[name=pause]");
            await admin.Page.Keyboard.PressAsync("Enter");
            await admin.Page.WaitForSelectorAsync("button[name=pause][value='1']");
        }
        finally
        {
            await market.Service<PostActs>().GoOn(DemoPeople.IdOf(DemoPeople.Admin), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A month of letters of which some did not arrive, and an address that is stopped.</summary>
    private async Task SomeMonth()
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand(
            """
            insert into mail.letters (key, message_id, promise, state, attempts, first_at, last_at, kind, domain, answer, returned, returned_at)
            select 'digest:' || md5(n::text) || ':2026', n || '@souq.test', 'Once',
              case n % 41 when 0 then 'refused' when 1 then 'unclear' when 2 then 'postponed' else 'accepted' end, 1 + n % 2,
              now() - n * interval '1 hour', now() - n * interval '1 hour', (array['digest', 'digest', 'notice', 'security'])[1 + n % 4],
              (array['gmail.com', 'yahoo.fr', 'outlook.com', 'gmail.com', 'mail.algerietelecom.dz'])[1 + n % 5],
              case n % 41 when 0 then '550 5.1.1' end, case n % 57 when 5 then 'hard' when 6 then 'complaint' end, case when n % 57 in (5, 6) then now() end
            from generate_series(1, 700) n on conflict do nothing
            """);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await market.Service<StoppedAddresses>().Stop(await market.Service<AddressMarks>().Of("gone@souq.test", TestContext.Current.CancellationToken), StopReason.Bounced, "5.1.1", "test", TestContext.Current.CancellationToken);
    }
}
