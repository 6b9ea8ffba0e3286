namespace Souq.Listings.Favourites;

/// <summary>Where somebody was when he pressed a heart.</summary>
public static class BackTo
{
    private const int Longest = 2000;

    /// <summary>The path on this market, with the heart in sight; the home page for what is no address of a page here.</summary>
    /// <param name="page">Relative to the base of the language, as <c>search?q=clio</c>.</param>
    public static string Page(string? page, long number) => $"/{(IsPage(page) ? page : "")}#h{number}";

    // A slash or a backslash first would lead to another host; outside ASCII a header may not go.
    private static bool IsPage(string? page) =>
        page is { Length: <= Longest } && !page.StartsWith('/') && page.All(c => c is > ' ' and < '\x7f' and not ('\\' or '#'));
}
