using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Souq.Listings.Counting;
using Souq.Listings.Desk.Bulk;
using Souq.Listings.Quotas;
using Souq.Web.Addresses;
using Souq.Web.Components;
using Souq.Web.Forms;
using Souq.Web.Security;
using System.Globalization;

namespace Souq.Listings.Desk;

public sealed partial class DeskPage
{
    public const int Days = 14;
    private const int PageSize = 20;

    private IReadOnlyList<Listing>? rows;
    private IReadOnlyDictionary<string, int> counts = new Dictionary<string, int>();
    private IReadOnlyDictionary<Guid, Series> series = new Dictionary<Guid, Series>();
    private IReadOnlyDictionary<Guid, (int All, int Waiting)> asked = new Dictionary<Guid, (int, int)>();
    private Series totals = Series.Empty(Days);
    private BulkAction? action;
    private Room room = Room.Endless;
    private RefusalsView? errors;
    private RefusalsView? undoErrors;
    private Guid form;
    private bool more;
    private string? state;

    [SupplyParameterFromQuery(Name = "before")] private string? Before { get; set; }
    [SupplyParameterFromQuery(Name = "state")] private string? StateTyped { get; set; }
    [SupplyParameterFromQuery(Name = "own")] private string? Own { get; set; }
    [SupplyParameterFromQuery(Name = "sent")] private string? Sent { get; set; }
    [SupplyParameterFromQuery(Name = "bulk")] private string? Bulk { get; set; }
    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    private Guid Me => Http.User.PersonId()!.Value;

    private IEnumerable<Link> Tabs => DeskReader.States.Where(s => counts.ContainsKey(s) || s == state)
        .Select(s => new Link($"desk?state={s}", T["Desk.Tab." + s], s == state, counts.GetValueOrDefault(s)))
        .Prepend(new Link("desk", T["Desk.Tab.all"], state is null, counts.Values.Sum()));

    protected override async Task OnInitializedAsync()
    {
        state = DeskReader.States.Contains(StateTyped) ? StateTyped : null;
        form = Guid.CreateVersion7(Time.GetUtcNow());
        counts = await Desk.Counts(Me, Http.RequestAborted);
        room = await Quotas.Of(Me, Http.RequestAborted);
        var found = await Desk.Find(Me, state, Own, Asked.Number(Before), PageSize + 1, Http.RequestAborted);
        var shown = found.Take(PageSize).ToList();
        more = found.Count > PageSize;
        Guid[] ids = [.. shown.Select(l => l.Id)];
        series = await Counts.Of(ids, Days, Http.RequestAborted);
        asked = await Enquiries.Numbers(ids, Http.RequestAborted);
        totals = await Counts.OfSeller(Me, Days, Http.RequestAborted);
        if (Guid.TryParse(Bulk, out var id))
        {
            await using var session = Store.QuerySession();
            action = await session.LoadAsync<BulkAction>(id, Http.RequestAborted) is { } a && a.SellerId == Me ? a : null;
        }

        rows = shown;
    }

    private string Address(long? before)
    {
        var parts = new[] { state is null ? null : "state=" + state, Own is null ? null : "own=" + Uri.EscapeDataString(Own), before is null ? null : $"before={before}" };
        return string.Join('&', parts.Where(p => p is not null)) is { Length: > 0 } query ? "desk?" + query : "desk";
    }

    private async Task Act()
    {
        var typed = Http.Request.Form;
        var numbers = typed["listing"].Select(n => long.TryParse(n, out var number) ? number : 0).Where(n => n > 0).Distinct().ToList();
        if (!Enum.TryParse<BulkKind>(typed["act"], out var kind) || !Enum.IsDefined(kind) || !Guid.TryParse(typed["form"], out var id))
        {
            errors = new RefusalsView([new("Bulk.NoneChosen")], Words);
            return;
        }

        var percent = int.TryParse(typed["percent"], NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? p : 0;
        var refusals = await Commands.Send(new BulkAct(id, Me, kind, numbers, percent));
        if (refusals.Count > 0) errors = new RefusalsView(refusals, Words);
        else Navigation.NavigateTo($"desk?bulk={id}" + (state is null ? "" : "&state=" + state));
    }

    private async Task Undo()
    {
        if (action is null) return;
        var refusals = await Commands.Send(new UndoBulk(action.Id, Me));
        if (refusals.Count > 0) undoErrors = new RefusalsView(refusals, Words);
        else Navigation.NavigateTo($"desk?bulk={action.Id}");
    }
}
