using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Souq.Kernel;
using Souq.Web.Addresses;

namespace Souq.Web.Localisation;

/// <summary>Addresses that follow from the page being shown.</summary>
public sealed class Links(NavigationManager navigation, PublicAddress address, IHttpContextAccessor http)
{
    // Where a page stands and how it is shown is not what it is.
    private static readonly HashSet<string> NotCanonical = new(StringComparer.OrdinalIgnoreCase)
    {
        "after", "sort", "view", "pick", "returnUrl", "fbclid", "gclid", "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content",
    };

    /// <summary>This page with its query, relative to the base: <c>search?q=clio</c>; empty on the home page.</summary>
    public string Here => navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0];

    /// <summary>A place on this page. A bare <c>#id</c> would lead to the home page, because pages have a base address.</summary>
    public string Fragment(string id) => $"{(Here.Length == 0 ? "./" : Here)}#{id}";

    /// <summary>The same page in another language, from the root of the site.</summary>
    public string In(Language language) => $"{language.PathBase()}/{Here}";

    /// <summary>This page as search engines should know it, in a language, absolute.</summary>
    public Uri Canonical(Language language)
    {
        var parts = (http.HttpContext?.Features.Get<KnownAs>()?.Relative ?? Here).Split('?', 2);
        var query = parts.Length < 2 ? [] : QueryHelpers.ParseQuery(parts[1])
            .Where(p => !NotCanonical.Contains(p.Key))
            .SelectMany(p => p.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => KeyValuePair.Create(p.Key, v)));
        return address.For(language, QueryHelpers.AddQueryString(parts[0], query));
    }

    /// <summary>This page with some query values changed; <c>null</c> takes a key away.</summary>
    public string With(params ReadOnlySpan<(string Key, string? Value)> changes)
    {
        var parts = Here.Split('?', 2);
        var query = parts.Length < 2 ? [] : QueryHelpers.ParseQuery(parts[1])
            .SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v))).ToList();
        foreach (var (key, value) in changes)
        {
            query.RemoveAll(p => string.Equals(p.Key, key, StringComparison.OrdinalIgnoreCase));
            if (value is not null)
                query.Add(KeyValuePair.Create(key, (string?)value));
        }
        var path = parts[0].Length == 0 ? "./" : parts[0];
        return QueryHelpers.AddQueryString(path, query);
    }
}
