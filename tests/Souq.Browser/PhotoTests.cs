using Microsoft.Playwright;
using Souq.Accounts.Demo;
using Souq.Host.Demo.Pictures;

namespace Souq.Browser;

/// <summary>Photos on a phone whose line is cut, and put in order by hand.</summary>
[Collection<OpenMarketCollection>]
public class PhotoTests(OpenMarket market)
{
    private static FilePayload Photo(string name, int view) => new() { Name = name, MimeType = "image/jpeg", Buffer = DemoPictures.Draw("hatchback", 3, view) };

    private static async Task<string[]> Kept(Visitor seller) =>
        await seller.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-tray] [name=kept]')].map(e => e.value)");

    private static Task<IJSHandle> Until(Visitor seller, int photos) =>
        seller.Page.WaitForFunctionAsync("n => document.querySelectorAll('[data-tray] [name=kept]').length === n", photos);

    private async Task<Visitor> OnThePage()
    {
        var seller = await market.Visitor();
        await seller.SignIn(DemoPeople.Seller);
        await seller.Go("/offer?section=cars");
        await seller.Page.FillAsync("[name='attr.make']", "رونو");
        await seller.Page.FillAsync("[name='attr.model']", "كليو");
        await seller.Page.FillAsync("[name='attr.year']", "2018");
        await seller.Page.FillAsync("[name='attr.mileage']", "98 000");
        await seller.Press("main form.form button[type=submit]");
        await seller.Page.FillAsync("[name=title]", "رونو كليو للبيع");
        await seller.Page.FillAsync("[name=price]", "245");
        await seller.Page.SelectOptionAsync("[name=price_unit]", "Million");
        await seller.Page.RunAndWaitForResponseAsync(() => seller.Page.SelectOptionAsync("main [name=wilaya]", "31"), answer => answer.Url.Contains("communes"));
        await seller.Page.SelectOptionAsync("main [name=commune]", "3101");
        await seller.Press("main form.form button[type=submit]");
        return seller;
    }

    [Fact]
    public async Task A_cut_line_only_holds_a_photo_up_and_so_does_a_closed_page()
    {
        var seller = await OnThePage();
        var cut = true;
        await seller.Page.RouteAsync("**/uploads/*", route => cut && route.Request.Method == "PATCH" ? route.AbortAsync("connectionreset") : route.ContinueAsync());
        await seller.Page.SetInputFilesAsync("input[type=file]", [Photo("front.jpg", 0), Photo("side.jpg", 1)]);
        await seller.Page.Locator(".upload").GetByText("انقطع الاتصال").First.WaitForAsync();
        await seller.Look("photos-cut");
        (await Kept(seller)).ShouldBeEmpty();

        await seller.Page.ReloadAsync();
        await seller.Page.Locator(".upload").Nth(1).WaitForAsync();
        cut = false;
        await seller.Page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Until(seller, 2);

        await seller.Page.ReloadAsync();
        (await Kept(seller)).Length.ShouldBe(2);
        (await seller.Page.Locator(".upload").CountAsync()).ShouldBe(0, "nothing is kept on the device once it is up");
    }

    [Fact]
    public async Task Photos_are_dragged_and_turned_without_leaving_the_page()
    {
        var seller = await OnThePage();
        await seller.Page.SetInputFilesAsync("input[type=file]", [Photo("1.jpg", 0), Photo("2.jpg", 1), Photo("3.jpg", 2)]);
        await Until(seller, 3);
        var ids = await Kept(seller);

        await seller.Page.Locator("[data-tray] > li").Nth(2).Locator(".frame").ScrollIntoViewIfNeededAsync();
        var from = (await seller.Page.Locator("[data-tray] > li").Nth(2).Locator(".frame").BoundingBoxAsync())!;
        var to = (await seller.Page.Locator("[data-tray] > li").Nth(0).Locator(".frame").BoundingBoxAsync())!;
        await seller.Page.Mouse.MoveAsync(from.X + (from.Width / 2), from.Y + (from.Height / 2));
        await seller.Page.Mouse.DownAsync();
        await seller.Page.Mouse.MoveAsync(to.X + (to.Width / 2), to.Y + (to.Height / 2), new() { Steps = 8 });
        await seller.Page.RunAndWaitForResponseAsync(() => seller.Page.Mouse.UpAsync(), answer => answer.Request.Method == "POST");
        await seller.Page.ReloadAsync();
        (await Kept(seller)).ShouldBe([ids[2], ids[0], ids[1]]);

        await seller.Page.FocusAsync("[data-tray] > li:first-child [name=turn]");
        await seller.Page.Keyboard.PressAsync("Enter");
        await seller.Page.WaitForFunctionAsync("old => document.querySelector('[data-tray] [name=kept]').value !== old", ids[2]);
        (await Kept(seller))[1..].ShouldBe([ids[0], ids[1]]);
        await seller.Look("photos-arranged");
    }
}
