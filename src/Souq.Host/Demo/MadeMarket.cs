using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Souq.Accounts;
using Souq.Accounts.Demo;
using Souq.Catalog.Contracts;
using Souq.Host.Demo.Pictures;
using Souq.Kernel;
using Souq.Listings;
using Souq.Listings.Importing;
using Souq.Listings.Photos;
using Souq.Listings.Seeding;
using Souq.Web.Commands;
using Wolverine;

namespace Souq.Host.Demo;

/// <summary>A market of made people and adverts.</summary>
public static class MadeMarket
{
    /// <summary>From so many on the index of words is made at the end.</summary>
    private const int Many = 50_000;

    /// <summary>Of each top section; its adverts share them.</summary>
    private const int PicturesEach = 3;

    /// <returns>How many adverts there are.</returns>
    public static async Task<long> Fill(
        IServiceProvider services, int adverts, int seed, int days, int sellers, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        var (catalog, now) = (services.GetRequiredService<ICatalog>().Current, services.GetRequiredService<TimeProvider>().GetUtcNow());
        var drawing = Pictures(services, catalog, cancellation);
        var people = await People(services, sellers, now, cancellation);
        var made = new MadeAdverts(catalog, seed, adverts, now, TimeSpan.FromDays(days), await drawing);
        var rows = Enumerable.Range(0, adverts).Select(i => (people[(int)((long)i * 7919 % people.Count)], made.Row(i, "seed-" + seed.ToString(CultureInfo.InvariantCulture))));
        var (seeds, bus) = (services.GetRequiredService<SeedListings>(), services.GetRequiredService<IMessageBus>());
        Task<long> Seed(IEnumerable<(Guid, ImportRow)> some, bool many) => seeds.Run(
            some, fact => bus.PublishAsync(fact), (row, listing) => listing.Public?.Price?.Dinars is { } dinars ? made.Reduced(row.Line - 2, dinars) : null, many, progress, cancellation);
        // With the first advert the projections of a new market get a place, which can then be put behind all the others.
        var done = await Seed(rows.Take(1), many: false);
        await using var projections = await StandStill.Of<IListingsStore>(services, cancellation);
        done += await Seed(rows.Skip(1), adverts >= Many);
        await seeds.PassOver(cancellation);
        return done;
    }

    // Without hashes: adverts that share a picture are no duplicates here.
    private static async Task<Dictionary<string, IReadOnlyList<ListingPhoto>>> Pictures(IServiceProvider services, CatalogSnapshot catalog, CancellationToken cancellation)
    {
        var intake = services.GetRequiredService<PhotoIntake>();
        var drawn = new ConcurrentDictionary<(string Top, int Place), ListingPhoto>();
        var wanted = catalog.TopSections.SelectMany(top => Enumerable.Range(0, PicturesEach).Select(place => (top.Slug, place)));
        await Parallel.ForEachAsync(wanted, cancellation, async (one, cancel) =>
        {
            using var picture = new MemoryStream(DemoPictures.Draw(one.Slug, one.place, one.place % 2));
            drawn[one] = ListingPhoto.Of(await intake.Take(picture, one.Slug, cancel)) with { Hash = null };
        });
        return catalog.TopSections.ToDictionary(top => top.Slug, IReadOnlyList<ListingPhoto> (top) => [.. Enumerable.Range(0, PicturesEach).Select(place => drawn[(top.Slug, place)])]);
    }

    private static async Task<IReadOnlyList<Guid>> People(IServiceProvider services, int count, DateTimeOffset now, CancellationToken cancellation)
    {
        await services.GetRequiredService<DemoPeople>().EnsureAsync(cancellation);
        var known = (await services.GetRequiredService<DemoPeople>().EnsureSellersAsync(cancellation: cancellation)).Select(p => p.Id).ToList();
        var (sender, hash) = (services.GetRequiredService<CommandSender>(), services.GetRequiredService<IPasswordHasher<Person>>().HashPassword(null!, DemoPeople.Password));
        string[] made = [.. Enumerable.Range(known.Count, Math.Max(0, count - known.Count)).Select(i => string.Create(CultureInfo.InvariantCulture, $"made-{i}@souq.test"))];
        await Parallel.ForAsync(0, made.Length, new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = cancellation }, async (i, cancel) =>
            await sender.Send(new EnrolPerson(DemoPeople.IdOf(made[i]), made[i], $"Vendeur {i}", null, Language.French, null, hash, now.AddDays(-100 - i % 500)), cancel));
        known.AddRange(made.Select(DemoPeople.IdOf));
        return known;
    }
}
