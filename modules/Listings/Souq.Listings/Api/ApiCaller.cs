using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;
using Souq.Listings.Browsing;
using Souq.Web.Commands;
using Souq.Web.Security;

namespace Souq.Listings.Api;

/// <summary>What every request of a merchant's program needs: whose adverts, which one, and the way to a decision.</summary>
public sealed class ApiCaller(ListingReader listings, CommandSender commands)
{
    private const int Ids = 100_000;

    // A number is an advert's for good.
    private readonly ConcurrentDictionary<long, Guid> ids = new();

    public static Guid Person(HttpContext http) => http.User.PersonId()!.Value;

    /// <summary>The caller's advert of a number.</summary>
    /// <exception cref="NotFoundException">There is none, or it is somebody else's.</exception>
    public async Task<Listing> Own(HttpContext http, long number)
    {
        var listing = await listings.ByNumber(number, http.RequestAborted) ?? throw new NotFoundException("The listing");
        listing.MustBelongTo(Person(http));
        return listing;
    }

    /// <summary>The advert of a number, whoever it belongs to: the decision about it reads it anyway, and reading it here too would cost as much.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public async Task<Guid> IdOf(HttpContext http, long number)
    {
        if (ids.TryGetValue(number, out var known)) return known;
        var listing = await listings.ByNumber(number, http.RequestAborted) ?? throw new NotFoundException("The listing");
        if (ids.Count >= Ids) ids.Clear();
        return ids[number] = listing.Id;
    }

    /// <exception cref="RefusedException">The decision said no.</exception>
    public Task<TAnswer> Ask<TAnswer>(object command) => commands.Ask<TAnswer>(command, CancellationToken.None);

    /// <exception cref="RefusedException">The decision said no.</exception>
    public async Task Send(object command)
    {
        // Not given up half-way when the line breaks: whoever asks again with the same key gets what was decided.
        var refusals = await commands.Send(command, CancellationToken.None);
        if (refusals.Count > 0) throw new RefusedException(refusals);
    }

    /// <summary>The advert as it stands now.</summary>
    public async Task<Listing> Again(Guid id) => await listings.ById(id) ?? throw new NotFoundException("The listing");

    public Task<Listing?> Known(Guid id) => listings.ById(id);

    public static string Address(long number) => $"/api/v1/me/listings/{number.ToString(CultureInfo.InvariantCulture)}";
}
