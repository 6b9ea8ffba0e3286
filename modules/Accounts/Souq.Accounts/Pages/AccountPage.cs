using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Souq.Accounts.Limits;
using Souq.Accounts.SigningIn;
using Souq.Kernel;
using Souq.Web.Forms;
using Souq.Web.Localisation;
using Souq.Web.Security;

namespace Souq.Accounts.Pages;

/// <summary>What the pages with forms of this module share.</summary>
public abstract class AccountPage : ComponentBase
{
    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "returnUrl")] public string? ReturnUrl { get; set; }

    [Inject] protected IStringLocalizer<AccountsText> T { get; set; } = null!;

    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    [Inject] private TimeProvider Time { get; set; } = null!;

    [Inject] private Formats Formats { get; set; } = null!;

    protected RefusalsView? Errors { get; private set; }

    protected string? LocalReturnUrl => LocalUrl.Clean(ReturnUrl);

    /// <summary>The signed-in person; only on pages that ask for one.</summary>
    protected Guid Me => Http.User.PersonId() ?? throw new ForbiddenException("Nobody is signed in");

    protected void Refuse(params IReadOnlyList<Refusal> refusals)
    {
        Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Errors = new RefusalsView(refusals, T);
    }

    /// <summary>The form stays as it is; the reader is told the hour at which it will work again.</summary>
    protected void TooMany(Grant grant)
    {
        Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Http.Response.Headers.RetryAfter = ((int)Math.Ceiling(grant.Wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        Errors = new RefusalsView([new Refusal("TooMany", null, Formats.Time(Time.GetUtcNow().AddMinutes(grant.Minutes)))], T);
    }

    /// <summary>A link of these pages that keeps where the reader was going.</summary>
    protected string Keeping(string href) => LocalReturnUrl is { } url ? $"{href}?returnUrl={Uri.EscapeDataString(url)}" : href;
}
