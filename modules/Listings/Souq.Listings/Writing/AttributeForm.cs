using Microsoft.AspNetCore.Http;

namespace Souq.Listings.Writing;

/// <summary>The fields <c>attr.*</c> of a posted form, as typed; several ticked boxes of one name are joined by <c>|</c>.</summary>
public static class AttributeForm
{
    public const string Prefix = "attr.";

    /// <summary>The same of fields that were kept, joined already.</summary>
    public static IReadOnlyDictionary<string, string?> Read(IReadOnlyDictionary<string, string> fields) => fields
        .Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(f => f.Key[Prefix.Length..], f => (string?)f.Value);

    public static IReadOnlyDictionary<string, string?> Read(IFormCollection form) => form
        .Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(f => f.Key[Prefix.Length..], f => (string?)string.Join('|', f.Value.Where(v => !string.IsNullOrWhiteSpace(v))));
}
