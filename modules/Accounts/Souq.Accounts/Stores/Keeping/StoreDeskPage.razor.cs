using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Souq.Accounts.Stores.Badge;
using Souq.Kernel;
using Souq.Web.Forms;

namespace Souq.Accounts.Stores.Keeping;

public sealed partial class StoreDeskPage
{
    private static readonly (string Icon, string Key)[] Gains =
        [("store", "Address"), ("search", "Search"), ("bell", "Followers"), ("list", "Quota"), ("badge-check", "Badge")];

    private Store? store;
    private StoreCard card = new();
    private StoreForm? form;
    private StorePicture? logo;
    private StorePicture? front;
    private RefusalsView? saveErrors;
    private RefusalsView? badgeErrors;
    private string? number;
    private int followers;
    private int shown;

    [SupplyParameterFromQuery(Name = "done")] public string? Done { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-store";
        var known = await Stores.OfPerson(Me, Http.RequestAborted);
        StoreForm filled;
        if (known is null)
        {
            await using var session = Documents.QuerySession();
            filled = StoreForm.New(await session.LoadAsync<Person>(Me, Http.RequestAborted) ?? throw new NotFoundException("The signed-in person"));
        }
        else
        {
            card = await Stores.Card(known.Id, Http.RequestAborted);
            filled = StoreForm.Of(known, card, Catalog.Current.Territory, DateOnly.FromDateTime(Words.Now));
            followers = await Stores.Followers(known.Id, Http.RequestAborted);
            shown = await Phones.Shown(known.Id, DateOnly.FromDateTime(Words.Now), Http.RequestAborted);
        }

        (store, logo, front) = (known, known?.Logo, known?.Front);
        form = HttpMethods.IsPost(Http.Request.Method) && Http.Request.Form.ContainsKey("title") ? StoreForm.Posted(Http.Request.Form) : filled;
    }

    private async Task Save()
    {
        List<Refusal> refusals = [];
        logo = await Pictures.Read(Http.Request.Form, "logo", store?.Logo, refusals, Http.RequestAborted);
        front = await Pictures.Read(Http.Request.Form, "front", store?.Front, refusals, Http.RequestAborted);
        // Only another row, or the communes of a wilaya, was asked for.
        if (Http.Request.Form.ContainsKey("pick") && refusals.Count == 0) return;
        var text = form!.Read(Catalog.Current.Territory, refusals);
        if (text is not null && refusals.Count == 0) refusals.AddRange(await Sender.Send(store is null ? new OpenStore(Me, text) : new EditStore(Me, text), Http.RequestAborted));
        if (refusals.Count == 0 && logo != store?.Logo) refusals.AddRange(await Sender.Send(new DressStore(Me, StoreWall.Logo, logo), Http.RequestAborted));
        if (refusals.Count == 0 && front != store?.Front) refusals.AddRange(await Sender.Send(new DressStore(Me, StoreWall.Front, front), Http.RequestAborted));
        if (refusals.Count > 0)
        {
            saveErrors = Refused(refusals);
            return;
        }

        await Door.Lend(Store.IdOf(Me), [.. new[] { logo, front }.OfType<StorePicture>().Select(p => p.Id)], Http.RequestAborted);
        Navigation.NavigateTo($"desk/store?done={(store is null ? "open" : "saved")}");
    }

    private async Task Shut()
    {
        if (store is null) return;
        var refusals = await Sender.Send(new ShutStore(Me, !store.IsOpen), Http.RequestAborted);
        if (refusals.Count > 0) saveErrors = Refused(refusals);
        else Navigation.NavigateTo($"desk/store?done={(store.IsOpen ? "shut" : "reopened")}");
    }

    private async Task Ask()
    {
        number = Http.Request.Form["number"].ToString();
        IReadOnlyList<Refusal> refusals = RegisterNumber.Parse(number) is { } parsed
            ? await Sender.Send(new AskBadge(Me, parsed), Http.RequestAborted)
            : [new Refusal("Badge.Number.Wrong", "number")];
        if (refusals.Count > 0) badgeErrors = Refused(refusals);
        else Navigation.NavigateTo("desk/store?done=asked");
    }

    private RefusalsView Refused(IReadOnlyList<Refusal> refusals)
    {
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return new RefusalsView(refusals, Sentences);
    }
}
