using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Souq.Accounts.Views;
using Souq.Kernel;
using Souq.Web.Security;

namespace Souq.Accounts.MyData;

/// <summary>What is known of somebody's account, for himself.</summary>
public sealed record AccountData(
    string Email, string Name, string? Phone, bool PhoneShown, string Language, DateTimeOffset JoinedAt, IReadOnlyList<string> Roles,
    IReadOnlyList<AccountEvent> Happened, IReadOnlyList<StaffView> SeenByStaff);

public sealed record AccountEvent(string What, DateTimeOffset At);

/// <summary>Somebody who works for the market has looked: who it was is his business and the admins'.</summary>
public sealed record StaffView(DateTimeOffset At, string What, string Why);

internal static class MyDataEndpoint
{
    private const int MostViews = 1000;

    /// <summary>As a file of one's own: <c>/me/data.json</c>.</summary>
    public static void MapMyData(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/me/data.json", Read).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> Read(HttpContext http, IAccountsStore store, ViewLog views)
    {
        var me = http.User.PersonId() ?? throw new ForbiddenException("Nobody is signed in");
        await using var session = store.QuerySession();
        var person = await session.LoadAsync<Person>(me, http.RequestAborted) ?? throw new NotFoundException($"person {me}");
        var happened = await session.Events.FetchStreamAsync(me, token: http.RequestAborted);
        var seen = await views.Of(me, MostViews, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"souq-account.json\"";
        return Results.Json(new AccountData(
            person.Email, person.Name, person.Phone, person.ShowPhone, person.Language.Code(), person.JoinedAt, person.Roles,
            [.. happened.Select(e => new AccountEvent(e.Data.GetType().Name, e.Timestamp))], [.. seen.Select(v => new StaffView(v.At, v.What, v.Why))]));
    }
}
