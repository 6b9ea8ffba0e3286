using Microsoft.AspNetCore.Identity;
using Souq.Accounts;
using Souq.Accounts.Demo;
using Souq.Integration.Road;
using Souq.Kernel;
using Souq.TestSupport.Browsing;
using Souq.Web.Commands;

namespace Souq.Integration.Stores;

/// <summary>Sellers of their own, so that no test meets the store of another.</summary>
internal static class StoreSteps
{
    /// <summary>A member nobody else knows.</summary>
    /// <returns>His e-mail address; the password is everybody's.</returns>
    public static async Task<(string Email, Guid Id)> NewMember(this Market market, string? name = null)
    {
        var email = $"{RoadSteps.NewWord()}@example.dz";
        var hash = new PasswordHasher<Person>().HashPassword(null!, DemoPeople.Password);
        var id = Guid.CreateVersion7();
        await market.Follow(() => market.Service<CommandSender>().Send(new EnrolPerson(
            id, email, name ?? "Amina B.", "+213550000777", Language.French, null, hash, market.Clock.GetUtcNow())));
        return (email, id);
    }

    public static (string, string?)[] Form(string title, string slug, params (string, string?)[] more) =>
    [
        ("title", title), ("slug", slug), ("words", "Vente et réparation."), ("place0.wilaya", "31"), ("place0.commune", "3101"),
        ("place0.line", "12 rue des Frères"), ("phone0", "0550 00 07 77"), ("Saturday0.from", "09:00"), ("Saturday0.to", "12:00"), .. more,
    ];

    /// <summary>A new member opens a store; signed in when this returns.</summary>
    public static async Task<(Browser Browser, string Slug, Guid Person, string Email)> NewStore(this Market market, string title = "Garage Amina")
    {
        var (email, id) = await market.NewMember();
        var (browser, slug) = (await market.SignedInAs(email), RoadSteps.NewWord());
        var desk = await browser.Open("/fr/desk/store");
        var opened = await market.Follow(() => desk.Submit("store", Form(title, slug)));
        opened.Address.PathAndQuery.ShouldBe("/fr/desk/store?done=open", opened.Text("[role=alert]"));
        return (browser, slug, id, email);
    }
}
