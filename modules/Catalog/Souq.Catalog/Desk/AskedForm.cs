using Microsoft.AspNetCore.Http;
using Souq.Catalog.Contracts;
using Souq.Catalog.Editing;
using Souq.Catalog.Sections;
using Souq.Kernel;

namespace Souq.Catalog.Desk;

/// <summary>An attribute as typed.</summary>
public sealed record AskedForm(
    long Version, string Key, LocalizedText Name, string Kind, bool Required, bool Filterable, bool OnCard, LocalizedText Unit,
    string Min, string Max, string Decimals, string List, string DependsOn, bool Open)
{
    private static readonly LocalizedText None = new("", "", "");

    public static AskedForm Read(IFormCollection form) => new(
        long.TryParse(form["version"], out var version) ? version : 0,
        form.Text("key"), form.Names("name"), form.Text("kind"), form.ContainsKey("required"), form.ContainsKey("filterable"),
        form.ContainsKey("on_card"), form.Names("unit"), form.Text("min"), form.Text("max"), form.Text("decimals"), form.Text("list"),
        form.Text("depends_on"), form.ContainsKey("open"));

    public static AskedForm Of(AttributeShape? a, long version) => a is null
        ? new(version, "", None, nameof(AttributeKind.Text), false, false, false, None, "", "", "", "", "", false)
        : new(version, a.Key, a.Name, a.Kind.ToString(), a.Required, a.Filterable, a.OnCard, a.Unit ?? None,
            Typed.Plain(a.Min), Typed.Plain(a.Max), Typed.Plain(a.Decimals), a.List ?? "", a.DependsOn ?? "", a.Open);

    /// <summary>The draft, or what could not be read in it.</summary>
    public (AttributeDraft Draft, IReadOnlyList<Refusal> Refusals) Draft()
    {
        var refusals = new List<Refusal>();
        if (!Typed.IsOneOf<AttributeKind>(Kind, out var kind)) refusals.Add(new("Attribute.KindUnknown", "kind"));
        // What its kind has no use for is not read either, whatever stands in the hidden field.
        var bounded = kind is AttributeKind.Number or AttributeKind.Text;
        var draft = new AttributeDraft(
            Key, Name, kind, Required, Filterable, OnCard, Unit == None ? null : Unit,
            Bound("min", Min), Bound("max", Max), Decimals.Length == 0 ? 0 : Typed.Whole(Decimals), Chosen(DependsOn), Open, Chosen(List));
        return (draft, refusals);

        decimal? Bound(string field, string text)
        {
            if (!bounded || string.IsNullOrWhiteSpace(text)) return null;
            if (Typed.Number(text) is { } number) return number;
            refusals.Add(new("Attribute.BoundNotANumber", field));
            return null;
        }
    }

    private static string? Chosen(string text) => text.Length == 0 ? null : text;
}
