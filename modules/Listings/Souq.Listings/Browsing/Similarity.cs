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
    /// <param name="identity">Keys of what the advert says of what it is.</param>
    /// <param name="wilaya">Code of the advert's wilaya.</param>
    public static double Score(ListingContent content, IReadOnlyList<string> identity, int? wilaya, LikeAdvert other, LikeSample sample, int? otherWilaya)
    {
        var score = 0d;
        foreach (var key in identity)
            if (sample.Answer(other, key) == content.Attributes[key]) score += 3;
        if (content.Price?.Dinars is > 0 and { } asked && other.Price is > 0 and { } price && content.Price.Per == other.Per)
            score += 3 * Math.Max(0, 1 - Math.Abs(Math.Log((double)price / asked)));
        if (other.CommuneCode == content.CommuneCode) score += 2;
        else if (wilaya is not null && wilaya == otherWilaya) score += 1.5;
        if (other.HasPhoto) score += 0.5;
        return score;
    }
}
