using Microsoft.AspNetCore.Http;
using Souq.Kernel;
using Souq.Listings.Bumping;
using Souq.Listings.Closing;
using Souq.Listings.Expiry;
using Souq.Listings.Reopening;

namespace Souq.Listings.Api;

/// <summary>What programs do with adverts that are there.</summary>
internal static class ActEndpoints
{
    public static async Task<ApiAnswer> ChangePrice(HttpContext http, long number, ApiCaller caller, ApiAnswers answers)
    {
        using var json = await ApiJson.Read(http.Request);
        var cells = ListingBody.PriceOf(json.RootElement);
        return answers.Ok(await caller.Ask<ApiStanding>(new AskPrice(await caller.IdOf(http, number), ApiCaller.Person(http), cells)));
    }

    public static Task<ApiAnswer> Renew(HttpContext http, long number, ApiCaller caller, ApiAnswers answers) =>
        Act(http, number, caller, answers, l => new RenewListing(l.Id, l.SellerId, null));

    public static Task<ApiAnswer> Bump(HttpContext http, long number, ApiCaller caller, ApiAnswers answers) =>
        Act(http, number, caller, answers, l => new BumpListing(l.Id, l.SellerId));

    public static Task<ApiAnswer> Withdraw(HttpContext http, long number, ApiCaller caller, ApiAnswers answers) =>
        Act(http, number, caller, answers, l => new WithdrawListing(l.Id, l.SellerId));

    public static Task<ApiAnswer> Reopen(HttpContext http, long number, ApiCaller caller, ApiAnswers answers) =>
        Act(http, number, caller, answers, l => new ReopenListing(l.Id, l.SellerId));

    public static async Task<ApiAnswer> Sold(HttpContext http, long number, ApiCaller caller, ApiAnswers answers)
    {
        var where = http.Request.ContentLength is > 0 ? await Where(http.Request) : SoldWhere.Unsaid;
        return await Act(http, number, caller, answers, l => new MarkSold(l.Id, l.SellerId, where));
    }

    private static async Task<ApiAnswer> Act(HttpContext http, long number, ApiCaller caller, ApiAnswers answers, Func<Listing, object> command)
    {
        var listing = await caller.Own(http, number);
        try
        {
            await caller.Send(command(listing));
        }
        // One who died after he had done it was not answered; what he did stands in the way of doing it again.
        catch (RefusedException) when (http.Features.Get<Claim>() is { IsAgain: true })
        {
        }

        return answers.Ok(ApiStanding.Of(await caller.Again(listing.Id)));
    }

    private static async Task<SoldWhere> Where(HttpRequest request)
    {
        using var json = await ApiJson.Read(request);
        if (!json.RootElement.TryGetProperty("where", out var where)) return SoldWhere.Unsaid;
        return ApiJson.Text(where) switch
        {
            "here" => SoldWhere.Here,
            "elsewhere" => SoldWhere.Elsewhere,
            _ => throw new RefusedException("Api.UnknownWhere", "where"),
        };
    }
}
