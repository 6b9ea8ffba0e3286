using Microsoft.AspNetCore.Http;

namespace Souq.Listings.Writing;

/// <summary>The fields <c>attr.*</c> of a posted form, as typed; several ticked boxes of one name are joined by <c>|</c>.</summary>
public static class AttributeForm
{
    private const string Prefix = "attr.";

    public static IReadOnlyDictionary<string, string?> Read(IFormCollection form) => form
        .Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(f => f.Key[Prefix.Length..], f => (string?)string.Join('|', f.Value.Where(v => !string.IsNullOrWhiteSpace(v))));
}
