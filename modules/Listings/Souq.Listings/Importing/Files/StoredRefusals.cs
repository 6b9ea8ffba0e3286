using System.Text.Json;
using Souq.Kernel;

namespace Souq.Listings.Importing.Files;

/// <summary>Reasons as they are kept beside a line, in no language; read back, they make the same sentences.</summary>
public static class StoredRefusals
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private sealed record Stored(string Key, string? Field, JsonElement[] Args);

    public static string Write(IReadOnlyList<Refusal> refusals) => JsonSerializer.Serialize(
        refusals.Select(r => new Stored(r.Key, r.Field, [.. r.Args.Select(a => JsonSerializer.SerializeToElement(a, a.GetType(), Json))])), Json);

    public static IReadOnlyList<Refusal> Read(string? json) => json is null ? []
        : [.. JsonSerializer.Deserialize<Stored[]>(json, Json)!.Select(s => new Refusal(s.Key, s.Field, [.. s.Args.Select(Argument)]))];

    private static object Argument(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? (object)whole : value.GetDecimal(),
        JsonValueKind.Object => value.Deserialize<LocalizedText>(Json)!,
        _ => value.ToString(),
    };
}
