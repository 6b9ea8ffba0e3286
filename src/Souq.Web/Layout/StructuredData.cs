using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Souq.Web.Layout;

/// <summary>
/// What a page is about, for search engines (JSON-LD). A block of data and no script: the content policy lets it be, and the serialiser
/// writes no character that could end it.
/// </summary>
public sealed class StructuredData : ComponentBase
{
    /// <summary>Serialised as it is; keys such as <c>@type</c> are those of schema.org.</summary>
    [Parameter, EditorRequired] public IReadOnlyDictionary<string, object?> Data { get; set; } = null!;

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(
        0, $"<script type=\"application/ld+json\">{JsonSerializer.Serialize(Data.Where(p => p.Value is not null).ToDictionary())}</script>");
}
