using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Souq.Digests.Subscribing;
using Souq.Kernel;
using Souq.Web.Commands;
using Souq.Web.Security;

namespace Souq.Digests.Managing;

/// <summary>
/// What the links in mails do. The signed link is the proof, so neither a cookie nor an antiforgery token is asked for: mail programs
/// that unsubscribe with one click (RFC 8058) have none.
/// </summary>
internal static class ManageEndpoints
{
    public static void MapManaging(this IEndpointRouteBuilder endpoints)
    {
        // The pages of the same addresses answer GET; a page would also claim POST, hence the order.
        endpoints.MapPost("/alerts/unsubscribe/{token}", Unsubscribe).WithOrder(-1).DisableAntiforgery().ExcludeFromDescription();
        endpoints.MapPost("/alerts/stop/{token}", Stop).WithOrder(-1).DisableAntiforgery().ExcludeFromDescription();
        endpoints.MapPost("/alerts/undo/{token}", Undo).DisableAntiforgery().ExcludeFromDescription();
        endpoints.MapPost("/alerts/resume/{token}", Resume).DisableAntiforgery().ExcludeFromDescription();
        endpoints.MapPost("/alerts/hide/{token}", Hide).DisableAntiforgery().ExcludeFromDescription();
        endpoints.MapPost("/alerts/forget/{token}", Forget).DisableAntiforgery().ExcludeFromDescription();
    }

    /// <summary>The list of what a mailbox keeps: of who is signed in his own page, of anybody else the one his letters lead to.</summary>
    public static async Task<string> ListOf(HttpContext http, DigestLinks links, AlertReader reader, Guid subscriber) =>
        http.User.PersonId() is { } person && await reader.OfPerson(person, http.RequestAborted) is { } own && own.Id == subscriber ? "alerts" : links.Manage(subscriber);

    private static async Task<IResult> Unsubscribe(string token, HttpContext http, DigestLinks links, AlertReader reader, CommandSender sender)
    {
        if (links.ReadStop(token) is not { } subscription) return Results.NotFound();
        await sender.Send(new StopDigest(subscription), http.RequestAborted);
        var form = await Form(http);
        if (form.ContainsKey("List-Unsubscribe")) return Results.Ok();
        return form.ContainsKey("list") && await ListWith(http, links, reader, subscription) is { } list
            ? Back(http, $"{list}?stopped={token}") : Back(http, $"alerts/unsubscribe/{token}");
    }

    private static async Task<IResult> Stop(string token, HttpContext http, DigestLinks links, CommandSender sender)
    {
        if (links.ReadStopAll(token) is not { } subscriber) return Results.NotFound();
        await sender.Send(new StopAll(subscriber), http.RequestAborted);
        return (await Form(http)).ContainsKey("List-Unsubscribe") ? Results.Ok() : Back(http, $"alerts/stop/{token}");
    }

    private static async Task<IResult> Undo(string token, HttpContext http, DigestLinks links, AlertReader reader, CommandSender sender)
    {
        if (links.ReadStop(token) is not { } subscription) return Results.NotFound();
        var refusals = await sender.Send(new UndoStop(subscription), http.RequestAborted);
        return Back(http, refusals.Count > 0 ? $"alerts/unsubscribe/{token}" : await ListWith(http, links, reader, subscription) ?? "alerts/new");
    }

    private static async Task<IResult> Resume(string token, HttpContext http, DigestLinks links, AlertReader reader, CommandSender sender)
    {
        if (links.ReadStop(token) is not { } subscription) return Results.NotFound();
        await sender.Send(new ResumeAlert(subscription), http.RequestAborted);
        return Back(http, await ListWith(http, links, reader, subscription) ?? "alerts/new");
    }

    private static async Task<IResult> Hide(string token, HttpContext http, DigestLinks links, CommandSender sender)
    {
        if (links.ReadManage(token) is not { } subscriber) return Results.NotFound();
        var form = await Form(http);
        if (form["all"] == "show") await sender.Send(new ShowAllSellers(subscriber), http.RequestAborted);
        else if (Guid.TryParse(form["seller"], out var seller)) await sender.Send(new HideSeller(subscriber, seller), http.RequestAborted);
        else return Results.BadRequest();
        // Its own signed token names the letter, so nobody can be sent elsewhere.
        return Back(http, links.ReadLetter(form["letter"]) is null ? links.Manage(subscriber) : $"alerts/letter/{form["letter"]}");
    }

    private static async Task<IResult> Forget(string token, HttpContext http, DigestLinks links, CommandSender sender)
    {
        if (links.ReadManage(token) is not { } subscriber) return Results.NotFound();
        await sender.Send(new ForgetSubscriber(subscriber), http.RequestAborted);
        return Back(http, $"alerts/manage/{token}");
    }

    private static async Task<string?> ListWith(HttpContext http, DigestLinks links, AlertReader reader, Guid subscription) =>
        await reader.One(subscription, http.RequestAborted) is ({ } found, _) ? await ListOf(http, links, reader, found.SubscriberId) : null;

    private static async Task<IFormCollection> Form(HttpContext http) =>
        http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;

    private static IResult Back(HttpContext http, string page)
    {
        http.Response.Headers.Location = $"{Languages.Current.PathBase()}/{page}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
