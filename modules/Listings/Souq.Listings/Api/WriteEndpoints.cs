using Microsoft.AspNetCore.Http;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Browsing;
using Souq.Listings.Display;
using Souq.Listings.Importing;
using Souq.Listings.Publishing;

namespace Souq.Listings.Api;

/// <summary>Adverts written by programs.</summary>
internal static class WriteEndpoints
{
    private static readonly Guid Space = new("5f0b8f5c-2d53-4c9f-8e0e-50c3a9d1b7e4");

    public static async Task<ApiAnswer> Create(HttpContext http, ApiCaller caller, ApiAnswers answers, ApiShape shape)
    {
        var (person, claim, body) = (ApiCaller.Person(http), http.Features.Get<Claim>(), await ListingBody.Read(http.Request));
        var row = new ImportRow(0, body.Cells) { IsSingle = true };
        var id = IdOf(person, row.Ref, claim);
        if (await caller.Known(id) is { } known)
        {
            // One who died after he had made it was not answered.
            if (claim is { IsAgain: true }) return Created(known);
            return answers.Problem(StatusCodes.Status409Conflict, "", [new Refusal("Api.RefTaken", "ref", known.Number)]) with { Location = ApiCaller.Address(known.Number) };
        }

        await caller.Send(new HandInListing(id, person, row, body.Draft));
        return Created(await caller.Again(id));

        ApiAnswer Created(Listing listing) => answers.Created(shape.Own(listing), ApiCaller.Address(listing.Number));
    }

    // The ref names the advert for ever; else the key does, so that a request that died half-way never makes two.
    private static Guid IdOf(Guid person, string reference, Claim? claim) =>
        reference.Length > 0 ? ImportListingsHandler.ListingId(person, reference)
        : claim is null ? Guid.CreateVersion7()
        : DeterministicGuid.Create(Space, $"{person:N}/{claim.Key}/{claim.CreatedAt.UtcTicks}");

    public static async Task<ApiAnswer> Replace(HttpContext http, long number, ApiCaller caller, ApiAnswers answers, ApiShape shape)
    {
        var listing = await caller.Own(http, number);
        var body = await ListingBody.Read(http.Request);
        return await Rewrite(listing, body.Cells, caller, answers, shape);
    }

    public static async Task<ApiAnswer> Change(
        HttpContext http, long number, ApiCaller caller, ApiAnswers answers, ApiShape shape, ICatalog catalog, ListingDisplay display)
    {
        var listing = await caller.Own(http, number);
        var body = await ListingBody.Read(http.Request);
        var cells = RowContent.Write(listing.Ref, listing.Draft, catalog.Current, display.Today);
        // A new wilaya without a commune is not the old commune.
        if (body.Cells.ContainsKey("wilaya")) cells.Remove("commune");
        foreach (var (cell, value) in body.Cells) cells[cell] = value;
        return await Rewrite(listing, cells, caller, answers, shape);
    }

    private static async Task<ApiAnswer> Rewrite(Listing listing, Dictionary<string, string> cells, ApiCaller caller, ApiAnswers answers, ApiShape shape)
    {
        await caller.Send(new RewriteListing(listing.Id, listing.SellerId, new ImportRow(0, cells) { IsSingle = true }));
        return answers.Ok(shape.Own(await caller.Again(listing.Id)));
    }

    public static async Task<ApiAnswer> Submit(HttpContext http, long number, ApiCaller caller, ApiAnswers answers)
    {
        var listing = await caller.Own(http, number);
        if (listing.Review != ListingReview.Waiting) await caller.Send(new SubmitListing(listing.Id, listing.SellerId));
        return answers.Ok(ApiStanding.Of(await caller.Again(listing.Id)));
    }
}
