using Souq.Catalog.Contracts;

namespace Souq.Listings.Browsing;

/// <summary>How alike two adverts are to somebody who looks for the one and finds the other.</summary>
public static class Similarity
{
    /// <summary>
    /// Attributes that say what a thing is, such as make and model: those that depend on others, and those others depend on. Where a section
    /// has none, its required choices.
    /// </summary>
    public static IReadOnlyList<AttributeDefinition> Identity(Section section)
    {
        var chain = section.Attributes.Where(a => a.DependsOn is not null || section.Attributes.Any(b => b.DependsOn == a.Key)).ToList();
        return chain.Count > 0 ? chain : [.. section.Attributes.Where(a => a is { Kind: AttributeKind.Choice, Required: true })];
    }

    /// <summary>0 for nothing in common. What it is counts most, then the price, then how near it is.</summary>
    /// <param name="wilaya">Code of the advert's wilaya.</param>
    public static double Score(ListingContent content, int? wilaya, SearchHit hit, int? hitWilaya, Section? section)
    {
        var score = 0d;
        if (section is not null)
            foreach (var attribute in Identity(section))
                if (content.Attributes.TryGetValue(attribute.Key, out var value) && hit.Attributes.GetValueOrDefault(attribute.Key) == value) score += 3;
        if (content.Price?.Dinars is > 0 and { } asked && hit.Price.Dinars is > 0 and { } price && content.Price.Per == hit.Price.Per)
            score += 3 * Math.Max(0, 1 - Math.Abs(Math.Log((double)price / asked)));
        if (hit.CommuneCode == content.CommuneCode) score += 2;
        else if (wilaya is not null && wilaya == hitWilaya) score += 1.5;
        if (hit.PhotoId is not null) score += 0.5;
        return score;
    }
}
