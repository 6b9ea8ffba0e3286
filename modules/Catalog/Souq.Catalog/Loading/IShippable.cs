namespace Souq.Catalog.Loading;

/// <summary>Something that deliveries bring and people may change.</summary>
public interface IShippable
{
    Guid Id { get; }

    /// <summary>Events so far.</summary>
    long Version { get; }

    /// <summary>Number of the newest delivery taken in.</summary>
    int ShippedVersion { get; }

    /// <summary>A person has changed it: deliveries leave it alone from then on.</summary>
    bool EditedByPerson { get; }
}
