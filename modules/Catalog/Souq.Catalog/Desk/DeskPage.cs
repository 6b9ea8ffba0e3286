using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Souq.Catalog.Editing;
using Souq.Kernel;
using Souq.Web.Forms;
using Souq.Web.Security;

namespace Souq.Catalog.Desk;

/// <summary>What the pages of the desk share.</summary>
public abstract class DeskPage : ComponentBase
{
    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    /// <summary>What was just done, from the address.</summary>
    [SupplyParameterFromQuery(Name = "done")] public string? DoneTyped { get; set; }

    [Inject] protected CatalogDesk Desk { get; set; } = null!;

    [Inject] protected IStringLocalizer<DeskText> T { get; set; } = null!;

    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    protected RefusalsView? Errors { get; private set; }

    protected Guid Me => Http.User.PersonId() ?? throw new ForbiddenException("Nobody is signed in");

    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>The form that was sent, when it is the one of that name.</summary>
    protected IFormCollection? Sent(string form) =>
        IsPost && Http.Request.HasFormContentType && Http.Request.Form["_handler"] == form ? Http.Request.Form : null;

    /// <summary>Sends a change and goes on to a page that says so; when it is refused the form comes back as it was sent.</summary>
    protected async Task Change(object command, string then)
    {
        var refusals = await Desk.Send(command, Http.RequestAborted);
        if (refusals.Count == 0) Navigation.NavigateTo(then);
        else await Refuse(refusals);
    }

    protected async Task Refuse(IReadOnlyList<Refusal> refusals)
    {
        var clash = refusals.Any(Clash.Is);
        Http.Response.StatusCode = clash ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        Errors = new RefusalsView(refusals, T);
        await Refused(clash);
    }

    /// <summary>Reads again what the page shows; nothing that was typed is lost.</summary>
    /// <param name="clash">Somebody else was quicker: sending once more overrules him.</param>
    protected virtual Task Refused(bool clash) => Task.CompletedTask;
}
