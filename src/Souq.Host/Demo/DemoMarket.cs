using System.Diagnostics;
using Npgsql;
using Souq.Accounts.Demo;
using Souq.Catalog.Contracts;
using Souq.Host.Demo.Pictures;
using Souq.Listings;
using Souq.Listings.Browsing;
using Souq.Listings.Counting;
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
        await people.EnsureAsync(cancellationToken);
        var others = await people.EnsureSellersAsync(cancellation: cancellationToken);
        var adverts = DemoAdverts.All(catalog.Current, time.GetUtcNow());
        var pictures = await Draw(adverts, cancellationToken);
        Guid[] sellers = [seller, DemoPeople.IdOf(DemoPeople.Merchant), DemoPeople.IdOf(DemoPeople.Merchant), .. others.Select(o => o.Id)];
        var rows = adverts.Select(a => a.Row with { Photos = [.. Enumerable.Range(0, a.Views).Select(view => pictures[(a.Picture, a.Seed, view)])] });
        var refused = 0;
        foreach (var batch in rows.Select((row, i) => (row, i)).GroupBy(x => (Seller: sellers[x.i % sellers.Length], Publish: x.i >= Waiting)))
        {
            var outcome = await commands.Ask<ImportOutcome>(
                new ImportListings(batch.Key.Seller, [.. batch.Select(x => x.row)], batch.Key.Publish), cancellationToken);
            refused += outcome.Refused.Count;
        }

        foreach (var who in sellers.Distinct()) await DropPrices(who, cancellationToken);
        await DemoCounts.Make(scope.ServiceProvider.GetRequiredService<NpgsqlDataSource>(), Counts.Day(time.GetUtcNow()), cancellationToken);
        Made(log, adverts.Count - refused, refused, clock.Elapsed.TotalSeconds);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

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
        if (builder.Configuration.GetValue("Souq:Demo", builder.Environment.IsDevelopment())) builder.Services.AddHostedService<DemoMarket>();
    }
}
