using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Hosting;
using Souq.Kernel;
using Souq.Web.Commands;

namespace Souq.Accounts.Demo;

/// <summary>Somebody of the demo market.</summary>
public sealed record DemoPerson(Guid Id, string Email, string Name, Language Language);

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
            var person = new DemoPerson(IdOf(entry.Email), entry.Email, entry.Name, Languages.Parse(entry.Language));
            await sender.Send(new EnrolPerson(person.Id, person.Email, person.Name, entry.Store, entry.Phone, person.Language, entry.Role, hash,
                time.GetUtcNow().AddDays(-entry.Days)), cancellation);
            people.Add(person);
        }

        return people;
    }

    private static Entry[] People()
    {
        using var file = typeof(DemoPeople).Assembly.GetManifestResourceStream("Souq.Accounts.Demo.people.json")!;
        return JsonSerializer.Deserialize<Entry[]>(file, Json)!;
    }

    /// <param name="Days">How long ago he joined.</param>
    private sealed record Entry(string Email, string Name, string? Store, string? Phone, string Language, string? Role, int Days)
    {
        public bool IsExtra => Email.StartsWith("seller", StringComparison.Ordinal) && Email != Seller;
    }
}
