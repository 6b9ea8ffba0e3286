using Microsoft.AspNetCore.Components;

namespace Souq.Web.Forms;

/// <summary>What every field has. Values are strings, as typed: a refused form comes back exactly as it was sent.</summary>
public abstract class FieldBase : ComponentBase
{
    /// <summary>Form name, as in <c>Model.Title</c> or <c>attr.mileage</c>.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter] public string Label { get; set; } = "";

    /// <summary>Under the label, before the control: what is expected.</summary>
    [Parameter] public string? Hint { get; set; }

    /// <summary>What is wrong; without it, the refusals of the surrounding <c>PostForm</c> are asked for <see cref="Field"/>.</summary>
    [Parameter] public string? Error { get; set; }

    /// <summary>Name of the field in refusals when it differs from <see cref="Name"/> (by default its last part: <c>Model.Title</c> → <c>Title</c>).</summary>
    [Parameter] public string? Field { get; set; }

    [Parameter] public bool Required { get; set; }

    /// <summary>Further attributes of the control, such as <c>autocomplete</c>.</summary>
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? More { get; set; }

    [CascadingParameter] private RefusalsView? Refusals { get; set; }

    // Only a form that asks to be filled in marks what may be left out; in a search everything may.
    [CascadingParameter(Name = "MarkOptional")] private bool MarkOptional { get; set; }

    protected bool Optional => MarkOptional && !Required;

    /// <summary>Id of the control; the ids of hint and error follow from it.</summary>
    protected string Id => FieldId.Of(Name);

    protected string? Wrong => Error ?? Refusals?.For(Field ?? Name) ?? (Field is null ? Refusals?.For(Name.Split('.')[^1]) : null);

    protected string? DescribedBy => (Hint, Wrong) switch
    {
        (null, null) => null,
        (not null, null) => $"{Id}-hint",
        (null, not null) => $"{Id}-error",
        _ => $"{Id}-error {Id}-hint",
    };

    protected string? Invalid => Wrong is null ? null : "true";
}

public static class FieldId
{
    /// <summary>A form name as an element id: letters, digits, hyphens.</summary>
    public static string Of(string name) => "f-" + string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
}
