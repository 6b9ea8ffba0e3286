using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Souq.Accounts.Demo;
using Souq.Accounts.Stores;
using Souq.Accounts.Stores.Keeping;
using Souq.Catalog.Contracts;
using Souq.Host.Demo.Pictures;
using Souq.Listings;
using Souq.Listings.Browsing;
using Souq.Listings.Contracts;
using Souq.Listings.Counting;
using Souq.Listings.Favourites;
using Souq.Listings.Importing;
using Souq.Listings.Photos;
using Souq.Listings.Pricing;
using Souq.Web.Commands;

namespace Souq.Host.Demo;

/// <summary>
/// A small market to look at: people, some three hundred adverts with drawn photos, a few of them waiting for a moderator. Made once, in an
/// empty development market (<c>Souq:Demo</c>), through the commands people use; never in Production.
/// </summary>
internal sealed partial class DemoMarket(
    IServiceScopeFactory scopes, ICatalog catalog, ListingReader listings, PhotoIntake photos, CommandSender commands, TimeProvider time,
    ILogger<DemoMarket> log) : IHostedService
{
    private const int Waiting = 9;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var seller = DemoPeople.IdOf(DemoPeople.Seller);
        var clock = Stopwatch.StartNew();
        if ((await listings.OfSeller(seller, null, 1, cancellationToken)).Count > 0) return;
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<DemoPeople>();
        IReadOnlyList<DemoPerson> everybody =
            [.. await people.EnsureAsync(cancellationToken), .. await people.EnsureSellersAsync(cancellation: cancellationToken)];
        var stores = everybody.Where(p => p.Trade is not null).ToDictionary(p => catalog.Current.Section(p.Trade!)!.Id);
        var adverts = DemoAdverts.All(catalog.Current, time.GetUtcNow());
        var pictures = await Draw(adverts, cancellationToken);
        Guid[] sellers = [seller, .. everybody.Where(p => p.Trade is null && p.Email.StartsWith("seller", StringComparison.Ordinal)).Select(o => o.Id)];
        await DressStores(stores, scope.ServiceProvider.GetRequiredService<IPhotoDoor>(), cancellationToken);
        var rows = adverts.Select(a => a.Row with { Photos = [.. Enumerable.Range(0, a.Views).Select(view => pictures[(a.Picture, a.Seed, view)])] });
        var refused = 0;
        foreach (var batch in rows.Select((row, i) => (Sold: Offer(row, i, sellers, stores), Publish: i >= Waiting)).GroupBy(x => (x.Sold.Seller, x.Publish)))
        {
            var outcome = await commands.Ask<ImportOutcome>(
                new ImportListings(batch.Key.Seller, [.. batch.Select(x => x.Sold.Row)], batch.Key.Publish), cancellationToken);
            refused += outcome.Refused.Count;
        }

        await DemoFavourites.Make(
            [.. sellers, .. stores.Values.Select(p => p.Id)], listings, scope.ServiceProvider.GetRequiredService<FavouriteList>(), commands, cancellationToken);
        foreach (var who in sellers.Concat(stores.Values.Select(p => p.Id)).Distinct()) await DropPrices(who, cancellationToken);
        await DemoCounts.Make(scope.ServiceProvider.GetRequiredService<NpgsqlDataSource>(), Counts.Day(time.GetUtcNow()), cancellationToken);
        Made(log, adverts.Count - refused, refused, clock.Elapsed.TotalSeconds);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Two of three adverts of a trade are its store's, where the store is; all others are people's.
    private (Guid Seller, ImportRow Row) Offer(ImportRow row, int index, Guid[] sellers, Dictionary<int, DemoPerson> stores) =>
        index % 3 != 0 && catalog.Current.Section(row.Values["section"]) is { } section && stores.TryGetValue(section.Path[0], out var store)
            ? (store.Id, row with { Values = new Dictionary<string, string>(row.Values) { ["commune"] = store.Commune.ToString(CultureInfo.InvariantCulture) } })
            : (sellers[index % sellers.Length], row);

    private async Task DressStores(Dictionary<int, DemoPerson> stores, IPhotoDoor door, CancellationToken cancellation)
    {
        foreach (var (index, (section, keeper)) in stores.Index())
        {
            var logo = await Hang(DemoLogos.Draw(catalog.Current.Section(section)!.Icon, index), StoreWall.Logo);
            var front = await Hang(DemoPictures.Draw(keeper.Trade!, index + 3, 0), StoreWall.Front);
            await door.Lend(Store.IdOf(keeper.Id), [logo, front], cancellation);

            async Task<string> Hang(byte[] jpeg, StoreWall wall)
            {
                using var picture = new MemoryStream(jpeg);
                var photo = (await door.Take(picture, "store.jpg", cancellation)).Photo!;
                await commands.Send(new DressStore(keeper.Id, wall, new StorePicture(photo.Id, photo.Width, photo.Height, photo.Tone)), cancellation);
                return photo.Id;
            }
        }
    }

    // Some sellers have come down a little since.
    private async Task DropPrices(Guid seller, CancellationToken cancellation)
    {
        foreach (var listing in (await listings.OfSeller(seller, null, 24, cancellation)).Where(l => l.IsOnMarket && l.Number % 6 == 0))
            if (listing.Public is { Price: { Amount: { } amount } price })
                await commands.Send(new ChangePrice(listing.Id, seller, price with { Dinars = Round(amount.Less(3 + (int)(listing.Number % 10)).Dinars) }), cancellation);
    }

    // To two figures, as people ask.
    private static long Round(long dinars)
    {
        var step = (long)Math.Pow(10, Math.Max(0, (int)Math.Log10(dinars) - 1));
        return dinars / step * step;
    }

    // Drawing takes longer than everything else, so adverts of a kind share their drawings.
    private async Task<Dictionary<(string, int, int), ListingPhoto>> Draw(IReadOnlyList<DemoAdvert> adverts, CancellationToken cancellation)
    {
        var wanted = adverts.SelectMany(a => Enumerable.Range(0, a.Views).Select(view => (a.Picture, a.Seed, View: view))).Distinct().ToList();
        var drawn = new System.Collections.Concurrent.ConcurrentDictionary<(string, int, int), ListingPhoto>();
        await Parallel.ForEachAsync(wanted, cancellation, async (w, token) =>
        {
            using var picture = new MemoryStream(DemoPictures.Draw(w.Picture, w.Seed, w.View));
            var photo = await photos.Take(picture, w.Picture, token);
            drawn[w] = ListingPhoto.Of(photo);
        });
        return new(drawn);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Made a demo market of {Adverts} adverts ({Refused} refused) in {Seconds:0.0} s")]
    private static partial void Made(ILogger log, int adverts, int refused, double seconds);
}

internal static class DemoMarketRegistration
{
    /// <summary>Outside Production, unless <c>Souq:Demo</c> says no.</summary>
    public static void AddDemoMarket(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsProduction()) return;
        builder.Services.AddHostedService<StandStill.LetGo>();
        if (builder.Configuration.GetValue("Souq:Demo", builder.Environment.IsDevelopment())) builder.Services.AddHostedService<DemoMarket>();
    }
}
