using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;
using Souq.Moderation.Queue;
using Souq.Web.Security;

namespace Souq.Moderation.Console;

public sealed partial class ConsoleFrame
{
    private QueueCounts counts = new(0, null, 0);
    private QueuePage shown = new([], null, true);
    private bool nothingFree;

    /// <summary>The case on the screen; <c>null</c> on the queue's own page.</summary>
    [Parameter] public CaseView? Current { get; set; }

    [Parameter] public string? Title { get; set; }

    [Parameter, EditorRequired] public RenderFragment ChildContent { get; set; } = null!;

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "after")] public string? After { get; set; }

    [SupplyParameterFromForm(FormName = "open", Name = "case")] public Guid? Chosen { get; set; }

    private Guid Me => Http.User.PersonId() ?? throw new ForbiddenException("Nobody is signed in");

    protected override async Task OnInitializedAsync()
    {
        counts = await Queue.Counts(Me, Http.RequestAborted);
        shown = await Queue.Page(After, Me, Http.RequestAborted);
        // The queue follows the case, wherever a link or the next one has led.
        if (After is null && Current?.Waiting is { } waiting && shown.Lines.All(line => line.Item.Id != waiting.Id))
            shown = await Queue.Page(QueueReader.At(waiting), Me, Http.RequestAborted);
    }

    private async Task Open()
    {
        if (Chosen is not { } chosen) throw new BadHttpRequestException("No case was chosen");
        await Desk.Open(chosen, Current?.Case.Id, Me, Http.RequestAborted);
        Navigation.NavigateTo($"moderation/cases/{chosen}");
    }

    private async Task TakeNext()
    {
        if (await Desk.TakeNext(Current?.Waiting, Me, Http.RequestAborted) is { } next)
            Navigation.NavigateTo($"moderation/cases/{next}");
        else
            nothingFree = true;
    }
}
