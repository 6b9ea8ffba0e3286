using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Souq.Kernel;
using Souq.Moderation.Live;
using Souq.Moderation.Queue;
using Souq.Web.Security;

namespace Souq.Moderation.Console;

public sealed partial class ConsoleFrame
{
    private QueueCounts counts = new(0, null, 0);
    private QueueFilter filter = QueueFilter.None;
    private QueuePage shown = new([], null, true);
    private Guid? ready;
    private bool nothingFree;

    /// <summary>The case on the screen; <c>null</c> on the queue's own page.</summary>
    [Parameter] public CaseView? Current { get; set; }

    [Parameter] public string? Title { get; set; }

    [Parameter, EditorRequired] public RenderFragment ChildContent { get; set; } = null!;

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "after")] public string? After { get; set; }

    [SupplyParameterFromForm(FormName = "open", Name = "case")] public Guid? Chosen { get; set; }

    /// <summary>Where the script asks what has changed since.</summary>
    private string LiveFrom => QueryHelpers.AddQueryString(filter.In(LiveEndpoint.Path), new Dictionary<string, string?>
    {
        ["after"] = After,
        ["case"] = Current?.Case.Id.ToString(),
        ["revision"] = Current?.Case.Revision.ToString(CultureInfo.InvariantCulture),
        ["open"] = Current?.Case.ObstacleFor(Me, Time.GetUtcNow()) is null && Current is not null ? "1" : null,
    }.Where(p => p.Value is not null));

    private Guid Me => Http.User.PersonId() ?? throw new ForbiddenException("Nobody is signed in");

    protected override async Task OnInitializedAsync()
    {
        counts = await Queue.Counts(Me, Http.RequestAborted);
        filter = QueueFilter.Read(Http.Request.Query, Catalog.Current);
        shown = await Queue.Around(filter, After, Current?.Waiting, Me, Http.RequestAborted);
        ready = await Desk.Ready(filter, Current?.Waiting, Me, Http.RequestAborted);
    }

    private async Task Open()
    {
        if (Chosen is not { } chosen) throw new BadHttpRequestException("No case was chosen");
        await Desk.Open(chosen, Current?.Case.Id, Me, Http.RequestAborted);
        Navigation.NavigateTo(filter.In($"moderation/cases/{chosen}"));
    }

    private async Task TakeNext()
    {
        if (await Desk.TakeNext(filter, Current?.Waiting, Me, CaseDesk.Preferred(Http), Http.RequestAborted) is { } next)
            Navigation.NavigateTo(filter.In($"moderation/cases/{next}"));
        else
            nothingFree = true;
    }
}
