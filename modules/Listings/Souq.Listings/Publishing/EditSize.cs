using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Publishing;

/// <summary>
/// Which edits of a published advert appear at once, and which a moderator sees first: those after which it may be another advert.
/// </summary>
public static class EditSize
{
    /// <summary>A price this many times off the old one is looked at.</summary>
    private const int FarTimes = 3;

    /// <summary>Why the new words must be seen first: <c>section</c>, <c>price</c>, <c>photos</c>, <c>title</c>, <c>thing</c>; empty for a small edit.</summary>
    public static IReadOnlyList<string> Reasons(ListingContent shown, ListingContent draft, Section? section)
    {
        var reasons = new List<string>();
        if (shown.SectionId != draft.SectionId) reasons.Add("section");
        if (IsFar(shown.Price, draft.Price)) reasons.Add("price");
        // The same pictures in another order, turned or fewer are what a moderator has seen already.
        if (draft.Photos.Any(p => shown.Photos.All(old => old.Picture != p.Picture))) reasons.Add("photos");
        if (IsAnotherTitle(shown.Title, draft.Title)) reasons.Add("title");
        if (IsAnotherThing(shown, draft, section)) reasons.Add("thing");
        return reasons;
    }

    public static bool IsFar(Price? old, Price? price) => (old?.Dinars, price?.Dinars) switch
    {
        ({ } a, { } b) => old.Per != price.Per || b >= FarTimes * a || a >= FarTimes * b,
        _ => false,
    };

    // Less than half of the old words are left.
    private static bool IsAnotherTitle(string old, string title)
    {
        var words = Words(old);
        return words.Count > 0 && words.Count(Words(title).Contains) * 2 < words.Count;
    }

    private static HashSet<string> Words(string text) => [.. ArabicText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    // What the section insists on by choice says what the thing is: the make, the model, sale or rent.
    private static bool IsAnotherThing(ListingContent shown, ListingContent draft, Section? section) => section is not null
        && section.Attributes.Any(a => a is { Required: true, Kind: AttributeKind.Choice }
            && shown.Attributes.TryGetValue(a.Key, out var old) && draft.Attributes.GetValueOrDefault(a.Key) != old);
}
