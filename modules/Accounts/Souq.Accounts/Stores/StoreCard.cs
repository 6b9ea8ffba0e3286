using JasperFx.Metadata;

namespace Souq.Accounts.Stores;

/// <summary>What is known of a store and must be erasable: it leads to a person.</summary>
public sealed class StoreCard : IVersioned
{
    /// <summary>The store's id.</summary>
    public Guid Id { get; set; }

    public Guid Version { get; set; }

    /// <summary>E.164, the main one first.</summary>
    public IReadOnlyList<string> Phones { get; set; } = [];

    /// <summary>Street and number, one for each of <see cref="Store.Places"/>; may be empty.</summary>
    public IReadOnlyList<string> AddressLines { get; set; } = [];

    /// <summary>In the trade register; see <see cref="Stores.RegisterNumber"/>.</summary>
    public string? RegisterNumber { get; set; }

    public string AddressLine(int place) => place < AddressLines.Count ? AddressLines[place] : "";
}
