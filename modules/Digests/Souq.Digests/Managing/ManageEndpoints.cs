using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Souq.Digests.Subscribing;
using Souq.Kernel;
using Souq.Web.Commands;

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
        endpoints.MapPost("/alerts/frequency/{token}", Change).DisableAntiforgery().ExcludeFromDescription();
        endpoints.MapPost("/alerts/forget/{token}", Forget).DisableAntiforgery().ExcludeFromDescription();
    }

    private static async Task<IResult> Unsubscribe(string token, HttpContext http, DigestLinks links, CommandSender sender)
    {
        if (links.ReadStop(token) is not { } subscription) return Results.NotFound();
        await sender.Send(new StopDigest(subscription), http.RequestAborted);
        var form = await Form(http);
        return form.ContainsKey("List-Unsubscribe") ? Results.Ok() : Back(http, form, $"alerts/unsubscribe/{token}");
    }

    private static async Task<IResult> Change(string token, HttpContext http, DigestLinks links, CommandSender sender)
    {
        if (links.ReadStop(token) is not { } subscription) return Results.NotFound();
        var form = await Form(http);
        if (!Enum.TryParse<Frequency>(form["frequency"], out var frequency) || !Enum.IsDefined(frequency)) return Results.BadRequest();
        await sender.Send(new ChangeFrequency(subscription, frequency), http.RequestAborted);
        return Back(http, form, $"alerts/unsubscribe/{token}");
    }

    private static async Task<IResult> Forget(string token, HttpContext http, DigestLinks links, CommandSender sender)
    {
        if (links.ReadManage(token) is not { } subscriber) return Results.NotFound();
        await sender.Send(new ForgetSubscriber(subscriber), http.RequestAborted);
        return Back(http, FormCollection.Empty, $"alerts/manage/{token}");
    }

    private static async Task<IFormCollection> Form(HttpContext http) =>
        http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;

    // Back to the list when the button was pressed there; its own signed token names it, so nobody can be sent elsewhere.
    private static IResult Back(HttpContext http, IFormCollection form, string otherwise)
    {
        var links = http.RequestServices.GetService(typeof(DigestLinks)) as DigestLinks;
        var page = links?.ReadManage(form["list"]) is null ? otherwise : $"alerts/manage/{form["list"]}";
        http.Response.Headers.Location = $"{Languages.Current.PathBase()}/{page}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
