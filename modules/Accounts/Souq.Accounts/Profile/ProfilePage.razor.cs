using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;
using Souq.Web.Forms;

namespace Souq.Accounts.Profile;

public sealed partial class ProfilePage
{
    private Person? person;
    private bool posted;
    private IReadOnlyList<Choice> languages = [];

    [SupplyParameterFromForm(FormName = "profile", Name = "name")] public string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "profile", Name = "phone")] public string? Phone { get; set; }

    [SupplyParameterFromForm(FormName = "profile", Name = "show")] public string? Show { get; set; }

    [SupplyParameterFromForm(FormName = "profile", Name = "language")] public string? Tongue { get; set; }

    [SupplyParameterFromQuery(Name = "notice")] public string? Notice { get; set; }

    protected override async Task OnInitializedAsync()
    {
        posted = HttpMethods.IsPost(Http.Request.Method);
        languages = [.. Languages.All.Select(l => new Choice(l.Code(), T[$"Language.{l.Code()}"]))];
        await using var session = Store.QuerySession();
        person = await session.LoadAsync<Person>(Me, Http.RequestAborted) ?? throw new NotFoundException("The signed-in person");
    }

    private async Task Submit()
    {
        List<Refusal> refusals = [];
        var name = PersonRules.Name(Name, refusals);
        var phone = PersonRules.Phone(Phone, refusals);
        if (Show is not null && phone is null && !refusals.Any(r => r.Field == "phone")) refusals.Add(new("ShowPhone.NoPhone", "phone"));
        var language = Languages.Parse(Tongue);
        if (refusals.Count > 0)
        {
            // An emptied field comes back empty, not with what was there before.
            Phone ??= "";
            Refuse(refusals);
            return;
        }

        refusals.AddRange(await Sender.Send(new ChangeProfile(Me, name!, phone, Show is not null, language), Http.RequestAborted));
        if (refusals.Count > 0)
        {
            Refuse(refusals);
            return;
        }

        // The session carries the name; the stamp is the same, so that other sessions stay open.
        await using var session = Store.QuerySession();
        if (await session.LoadAsync<Person>(Me, Http.RequestAborted) is { } changed) await Sessions.RefreshSignInAsync(changed);
        var moved = language != Languages.Current && language != person!.Language;
        Navigation.NavigateTo(moved ? $"{language.PathBase()}/me?notice=saved" : "me?notice=saved");
    }

    private async Task SignOut()
    {
        await Sessions.SignOutAsync();
        Navigation.NavigateTo("signin?notice=out");
    }
}
