using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Hosting;
using Souq.Accounts.Stores;
using Souq.Accounts.Stores.Badge;
using Souq.Accounts.Stores.Keeping;
using Souq.Kernel;
using Souq.Web.Commands;

namespace Souq.Accounts.Demo;

/// <summary>Somebody of the demo market.</summary>
/// <param name="Trade">Slug of the section his store sells in; <c>null</c> for who has none.</param>
/// <param name="Commune">ONS code of his store.</param>
public sealed record DemoPerson(Guid Id, string Email, string Name, Language Language, string? Trade = null, int Commune = 0);

/// <summary>
/// The people of the demo market: an admin, a moderator, a merchant, a seller, a buyer and further sellers, all with one known password
/// and numbers nobody has. Never in Production.
/// </summary>
public sealed class DemoPeople(IHostEnvironment environment, IPasswordHasher<Person> hasher, CommandSender sender, TimeProvider time)
{
    public const string Password = "Souq-2026!";
    private static readonly Guid Space = new("0b6f3c7e-58d1-4a0f-9a41-1d6f0c0a7e55");
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public const string Admin = "admin@souq.test";
    public const string Moderator = "moderator@souq.test";
    public const string Merchant = "merchant@souq.test";
    public const string Seller = "seller@souq.test";
    public const string Buyer = "buyer@souq.test";

    /// <summary>The same address has the same id on every machine.</summary>
    public static Guid IdOf(string email) => DeterministicGuid.Create(Space, email);

    /// <summary>Makes those who are missing: the five with a part to play.</summary>
    /// <exception cref="InvalidOperationException">In Production.</exception>
    public async Task<IReadOnlyList<DemoPerson>> EnsureAsync(CancellationToken cancellation = default) =>
        await Enrol(People().Where(p => !p.IsExtra), cancellation);

    /// <summary>Makes further sellers, as many as asked for and known (21).</summary>
    /// <exception cref="InvalidOperationException">In Production.</exception>
    public async Task<IReadOnlyList<DemoPerson>> EnsureSellersAsync(int count = 20, CancellationToken cancellation = default) =>
        await Enrol(People().Where(p => p.IsExtra).Take(count), cancellation);

    private async Task<IReadOnlyList<DemoPerson>> Enrol(IEnumerable<Entry> entries, CancellationToken cancellation)
    {
        if (environment.IsProduction()) throw new InvalidOperationException("Demo people have a known password: they have no place in Production.");
        // Hashing is slow on purpose; one hash serves all, since all have the one password.
        var hash = hasher.HashPassword(null!, Password);
        List<DemoPerson> people = [];
        foreach (var entry in entries)
        {
            var person = new DemoPerson(IdOf(entry.Email), entry.Email, entry.Name, Languages.Parse(entry.Language), entry.Store?.Section, entry.Store?.Commune ?? 0);
            await sender.Send(new EnrolPerson(person.Id, person.Email, person.Name, entry.Phone, person.Language, entry.Role, hash,
                time.GetUtcNow().AddDays(-entry.Days)), cancellation);
            if (entry.Store is { } store) await OpenStore(person.Id, store, entry.Phone, cancellation);
            people.Add(person);
        }

        return people;
    }

    private async Task OpenStore(Guid person, DemoStore store, string? phone, CancellationToken cancellation)
    {
        // A second start finds it open, and says so.
        await sender.Send(new OpenStore(person, new StoreText(
            store.Title, store.Slug, store.Words, null, [new StorePlace(store.Commune, store.Line)], phone is null ? [] : [phone], store.Hours())), cancellation);
        if (store.RegisterNumber is { } number) await sender.Send(new AskBadge(person, number), cancellation);
        if (store.Verified) await sender.Send(new DecideBadge(Store.IdOf(person), IdOf(Admin), BadgeVerdict.Grant, ""), cancellation);
    }

    private static Entry[] People()
    {
        using var file = typeof(DemoPeople).Assembly.GetManifestResourceStream("Souq.Accounts.Demo.people.json")!;
        return JsonSerializer.Deserialize<Entry[]>(file, Json)!;
    }

    /// <param name="Days">How long ago he joined.</param>
    private sealed record Entry(string Email, string Name, DemoStore? Store, string? Phone, string Language, string? Role, int Days)
    {
        public bool IsExtra => Email.StartsWith("seller", StringComparison.Ordinal) && Email != Seller;
    }

    /// <param name="Commune">ONS code.</param>
    /// <param name="Opens">Minutes after midnight; from Saturday to Thursday.</param>
    private sealed record DemoStore(string Title, string Slug, string Section, string Words, int Commune, string Line, int Opens, int Closes, string? RegisterNumber, bool Verified)
    {
        public OpeningHours Hours() =>
            new([.. OpeningHours.Days.Where(d => d != DayOfWeek.Friday).OrderBy(d => d).Select(d => new OpenSpan(d, Opens, Closes))]);
    }
}
