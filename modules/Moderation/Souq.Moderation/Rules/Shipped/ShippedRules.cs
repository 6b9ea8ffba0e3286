using System.Text.Json;
using System.Text.Json.Serialization;

namespace Souq.Moderation.Rules.Shipped;

/// <summary>A rule that comes with the program, about goods the law does not let anybody offer.</summary>
/// <param name="Revision">Counts what the program has shipped of it.</param>
/// <param name="Spec">With its source.</param>
public sealed record ShippedRule(Guid Id, int Revision, RuleSpec Spec);

/// <summary>The rules in <c>law.json</c>, checked as those that admins write.</summary>
public static class ShippedRules
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, ReadCommentHandling = JsonCommentHandling.Skip };

    public static IReadOnlyList<ShippedRule> All { get; } = Load();

    private static IReadOnlyList<ShippedRule> Load()
    {
        using var file = typeof(ShippedRules).Assembly.GetManifestResourceStream("Souq.Moderation.Rules.Shipped.law.json")
            ?? throw new InvalidOperationException("The shipped rules are missing");
        return [.. JsonSerializer.Deserialize<IReadOnlyList<Row>>(file, Json)!.Select(r => new ShippedRule(r.Id, r.Revision, new RuleSpec(r.Title, RuleKind.Words, r.Effect)
        {
            Words = r.Words,
            Except = r.Except ?? [],
            Sections = r.Sections ?? [],
            Source = r.Source,
        }))];
    }

    private sealed record Row(
        Guid Id, int Revision, string Title, RuleEffect Effect, string Source, IReadOnlyList<string> Words, IReadOnlyList<string>? Except, IReadOnlyList<int>? Sections);
}
