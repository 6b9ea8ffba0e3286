namespace Souq.Catalog.Checking;

/// <summary>Something that is wrong with a catalog.</summary>
/// <param name="Where">As in <c>cars.model/clio</c>.</param>
public sealed record Finding(string Where, string Problem)
{
    public override string ToString() => $"{Where}: {Problem}";
}
