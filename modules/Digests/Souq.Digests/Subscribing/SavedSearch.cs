using Marten;
using Souq.Kernel;

namespace Souq.Digests.Subscribing;

/// <summary>What a subscription asks for, and how its owner calls it: his words, and so in a document that can be erased.</summary>
/// <param name="Id">The subscription's.</param>
/// <param name="Query">As <c>KeptSearch.Query</c>.</param>
/// <param name="Title"><c>null</c>: it is called by what it asks for.</param>
public sealed record SavedSearch(Guid Id, Guid SubscriberId, Guid SearchId, string Query, string? Title)
{
    public const int MostTitle = 60;

    /// <summary>Whose store is followed with it; such a search comes and goes with the following.</summary>
    public Guid? SellerId { get; init; }

    public static IEnumerable<Refusal> Check(string? title)
    {
        if (Clean(title)?.Length > MostTitle) yield return new Refusal("Digest.TitleTooLong", "Title", MostTitle);
    }

    /// <summary>One line without anything invisible; <c>null</c> when nothing is left.</summary>
    public static string? Clean(string? title) => SafeText.Line(title) is { Length: > 0 } text ? text : null;

    /// <summary>A title somebody else has chosen, as long as one may be.</summary>
    public static string? Shortened(string title) => Clean(title) is not { } clean ? null : clean.Length <= MostTitle ? clean : clean[..(MostTitle - 1)].TrimEnd() + "…";

    public static Task<IReadOnlyList<SavedSearch>> Of(IQuerySession session, Guid subscriberId, CancellationToken cancellation) =>
        session.Query<SavedSearch>().Where(s => s.SubscriberId == subscriberId).ToListAsync(cancellation);

    // Whatever prints it prints no words.
    public override string ToString() => $"SavedSearch {Id}";
}
