using System.Text.RegularExpressions;
using Souq.Kernel;

namespace Souq.Accounts.Stores;

/// <summary>The word by which a store is found: <c>/s/{slug}</c>. ASCII, and one store's for ever.</summary>
public static partial class StoreSlug
{
    public const int Min = 3;
    public const int Max = 40;

    // Words a visitor would take for the market itself, or that a page of ours may want one day.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "about", "account", "admin", "administration", "aide", "alerts", "algerie", "algeria", "api", "app", "assets", "blog", "boutique", "boutiques",
        "cart", "chat", "contact", "dashboard", "desk", "dev", "digest", "error", "favicon", "favorites", "following", "help", "home", "index", "info",
        "jobs", "legal", "login", "logout", "mail", "market", "me", "messages", "mod", "moderation", "moderator", "new", "null", "offer", "offers",
        "official", "officiel", "open", "orders", "photos", "police", "privacy", "root", "robots", "search", "security", "settings", "shop", "shops",
        "sign-in", "signin", "signout", "signup", "sitemap", "souq", "souk", "souqmodular", "staff", "static", "store", "stores", "support", "system",
        "terms", "test", "undefined", "user", "users", "verified", "webmaster", "www",
    };

    /// <summary>The cleaned slug; an empty one is taken from the title, where that has Latin letters.</summary>
    public static string? Read(string? typed, string? title, ICollection<Refusal> refusals, string field = "slug")
    {
        var slug = SafeText.Line(typed).ToLowerInvariant();
        if (slug.Length == 0 && FromTitle(title) is { } suggested) return suggested;
        if (slug.Length == 0) refusals.Add(new Refusal("Store.Slug.Missing", field));
        else if (slug.Length is < Min or > Max) refusals.Add(new Refusal("Store.Slug.Length", field, Min, Max));
        else if (!Shape().IsMatch(slug)) refusals.Add(new Refusal("Store.Slug.Shape", field));
        else if (IsReserved(slug)) refusals.Add(new Refusal("Store.Slug.Reserved", field, slug));
        else return slug;
        return null;
    }

    public static bool IsReserved(string slug) => Reserved.Contains(slug) || slug.StartsWith("souq-", StringComparison.Ordinal);

    private static string? FromTitle(string? title)
    {
        var slug = Slugs.Slug(title);
        if (slug.Length > Max) slug = slug[..Max].TrimEnd('-');
        return slug.Length >= Min && Shape().IsMatch(slug) && !IsReserved(slug) ? slug : null;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Shape();
}
