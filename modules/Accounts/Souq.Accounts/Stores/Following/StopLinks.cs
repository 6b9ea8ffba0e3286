using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Souq.Kernel;
using Souq.Web.Commands;

namespace Souq.Accounts.Stores.Following;

/// <summary>Links in letters that stop them: whoever can open them reads the mailbox, and that is proof enough.</summary>
public sealed class StopLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("accounts.stores.stop");

    /// <summary>Relative to the base of a language; mail programs post to it.</summary>
    public string Of(Guid personId) => "following/stop/" + Base64Url.EncodeToString(protector.Protect(personId.ToByteArray()));

    /// <summary><c>null</c> when the link is not ours.</summary>
    public Guid? Read(string? token)
    {
        if (token is null or { Length: > 400 }) return null;
        try
        {
            return new Guid(protector.Unprotect(Base64Url.DecodeFromChars(token)));
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}

internal static class StopEndpoints
{
    /// <summary>Neither cookie nor antiforgery token is asked for: mail programs that unsubscribe with one click (RFC 8058) have none.</summary>
    public static void MapFollowing(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/following/stop/{token}", Stop).WithOrder(-1).DisableAntiforgery().ExcludeFromDescription();

    private static async Task<IResult> Stop(string token, HttpContext http, StopLinks links, CommandSender sender)
    {
        if (links.Read(token) is not { } person) return Results.NotFound();
        await sender.Send(new UnfollowAll(person), http.RequestAborted);
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        if (form.ContainsKey("List-Unsubscribe")) return Results.Ok();
        http.Response.Headers.Location = $"{Languages.Current.PathBase()}/following/stop/{token}?done=1";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
