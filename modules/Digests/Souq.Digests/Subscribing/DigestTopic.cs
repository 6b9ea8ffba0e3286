using Souq.Catalog.Contracts;

namespace Souq.Digests.Subscribing;

/// <summary>What subscriptions were about before they were searches; every part narrows, and without any it is the whole market.</summary>
/// <param name="SectionId">With everything under it.</param>
/// <param name="Wilaya">Code, old or new.</param>
/// <param name="Commune">ONS code.</param>
public sealed record DigestTopic(int? SectionId, int? Wilaya, int? Commune)
{
    /// <summary>The same as a search; <c>null</c> when its section is gone and nothing has taken its place.</summary>
    public string? Query(CatalogSnapshot catalog)
    {
        // Who wished for a section that has been closed since is told of the one that took its place.
        var section = SectionId is { } id ? catalog.Standing(id) ?? catalog.Section(id) : null;
        if (SectionId is not null && section is null) return null;
        string?[] parts =
        [
            section is null ? null : $"section={section.Slug}",
            Wilaya is { } wilaya ? $"wilaya={wilaya}" : null,
            Commune is { } commune ? $"commune={commune}" : null,
        ];
        return string.Join('&', parts.Where(p => p is not null));
    }
}
