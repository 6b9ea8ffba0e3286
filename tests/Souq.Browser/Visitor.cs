using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Souq.Accounts.Demo;

namespace Souq.Browser;

/// <summary>Somebody who walks through the market in one language.</summary>
/// <param name="language">First segment of addresses: empty for Arabic, else <c>/fr</c> or <c>/en</c>.</param>
public sealed class Visitor(IPage page, string language)
{
    /// <summary>Where screenshots are kept, when somebody wants them (SOUQ_SCREENSHOTS).</summary>
    private static readonly string? Album = Environment.GetEnvironmentVariable("SOUQ_SCREENSHOTS");

    private static readonly string[] Wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    /// <summary>axe-core itself: what is around it opens a page of its own at every look, for frames, of which there are none here.</summary>
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public IPage Page => page;

    public async Task Go(string path)
    {
        var answer = await page.GotoAsync(language + path);
        answer!.Status.ShouldBe(200, path);
    }

    public async Task SignIn(string email)
    {
        await Go("/signin");
        await page.FillAsync("[name=email]", email);
        await page.FillAsync("[name=password]", DemoPeople.Password);
        await Press("main form.form button[type=submit]");
    }

    /// <summary>Clicks something that leads to another page, and waits for it.</summary>
    public async Task Press(string selector) =>
#pragma warning disable CS0612 // What replaces it waits for an address, and a refused form keeps its own.
        await page.RunAndWaitForNavigationAsync(() => page.ClickAsync(selector), new() { WaitUntil = WaitUntilState.Load });
#pragma warning restore CS0612

    public async Task<bool> Sees(string words) => (await page.Locator("main").InnerTextAsync()).Contains(words);

    public async Task ShouldSee(string words) => (await page.Locator("main").InnerTextAsync()).ShouldContain(words);

    /// <summary>Nothing on the page keeps anybody out (WCAG 2.2 AA, as far as a machine can tell), nothing hangs over its edge; a picture for the album.</summary>
    public async Task Look(string name)
    {
        // As tall as the page: what is fixed to the edge of the screen must not cover what would scroll out from under it.
        var (width, height) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        await page.EvaluateAsync("document.fonts.ready.then(() => true)");
        // A taller window, or what came in meanwhile, may make the page longer again.
        for (var (tall, tries) = (0, 0); await Height() is var content && content > tall && tries < 5; tries++)
            await page.SetViewportSizeAsync(width, tall = Math.Max(height, content));
        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<string[]>("""
            tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(answer =>
                answer.violations.map(v => `${v.id} ${v.help} ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`))
            """, Wcag);
        found.Select(v => $"{name}: {v}").ShouldBeEmpty();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).ShouldBeTrue($"{name} is wider than the screen");
        await page.SetViewportSizeAsync(width, height);
        if (Album is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(Album, name + ".png"), FullPage = true });

        Task<int> Height() => page.EvaluateAsync<int>("document.documentElement.scrollHeight");
    }
}
