using System.Text.Json;

namespace Souq.Integration.Catalog;

/// <summary>Records with lists are equal when they look the same.</summary>
internal sealed class AsJson<T> : IEqualityComparer<T?>
{
    public bool Equals(T? x, T? y) => JsonSerializer.Serialize(x) == JsonSerializer.Serialize(y);

    public int GetHashCode(T? value) => 0;
}
