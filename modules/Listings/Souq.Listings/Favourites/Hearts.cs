using Microsoft.AspNetCore.Http;
using Souq.Web.Security;

namespace Souq.Listings.Favourites;

/// <summary>The hearts of one page, asked for once however many cards it has.</summary>
public sealed class Hearts(FavouriteList list)
{
    private readonly HashSet<long> anchored = [];
    private Task<IReadOnlySet<long>>? filled;
    private bool formGiven;

    /// <summary>The numbers of what the reader keeps.</summary>
    public Task<IReadOnlySet<long>> Filled(HttpContext context) => filled ??= context.User.PersonId() is { } person
        ? list.Numbers(person, context.RequestAborted)
        : Task.FromResult<IReadOnlySet<long>>(VisitorFavourites.Cookie.Read(context.Request).ToHashSet());

    /// <summary>True for whoever asks first: he puts the one form there that all hearts of the page send.</summary>
    public bool FormIsDue() => !formGiven && (formGiven = true);

    /// <summary>Where to come back to; <c>null</c> where the same advert stands on the page a second time.</summary>
    public string? Anchor(long number) => anchored.Add(number) ? $"h{number}" : null;
}
