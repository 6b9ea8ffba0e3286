using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Souq.Kernel;
using Souq.Web.Forms;
using Souq.Web.Security;

namespace Souq.Mail.Operating.Pages;

/// <summary>What the operator's pages share.</summary>
public abstract class OperatorPage : ComponentBase
{
    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    /// <summary>What was just done, from the address.</summary>
    [SupplyParameterFromQuery(Name = "done")] public string? Done { get; set; }

    [Inject] protected IStringLocalizer<OperatorText> T { get; set; } = null!;

    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    protected RefusalsView? Errors { get; private set; }

    protected Guid Me => Http.User.PersonId() ?? throw new ForbiddenException("Nobody is signed in");

    protected string Sent(string field) => Http.Request.Form[field].ToString() is var text && text.Contains('\0', StringComparison.Ordinal) ? "" : text;

    protected void Refuse(IReadOnlyList<Refusal> refusals)
    {
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Errors = new RefusalsView(refusals, T);
    }
}
