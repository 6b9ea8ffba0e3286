using System.Globalization;
using Microsoft.Extensions.Localization;
using Souq.Kernel;

namespace Souq.Web.Forms;

/// <summary>Refusals as sentences in the reader's language, found by form field.</summary>
/// <param name="text">The words of the module that refused.</param>
public sealed class RefusalsView(IReadOnlyList<Refusal> refusals, IStringLocalizer text)
{
    public bool Any => refusals.Count > 0;

    /// <summary>All of them, in the order the decision gave.</summary>
    public IReadOnlyList<(string? Field, string Text)> All { get; } = [.. refusals.Select(r => (r.Field, Say(r, text)))];

    /// <summary>What is wrong with the form as a whole.</summary>
    public IEnumerable<string> General => All.Where(r => r.Field is null).Select(r => r.Text);

    /// <summary>What is wrong with a field, several reasons joined; <c>null</c> when nothing is. Names are compared without case.</summary>
    public string? For(string field)
    {
        var found = All.Where(r => string.Equals(r.Field, field, StringComparison.OrdinalIgnoreCase)).Select(r => r.Text);
        return string.Join(' ', found) is { Length: > 0 } sentences ? sentences : null;
    }

    /// <summary>One refusal as a sentence. Whole numbers among the arguments are grouped: <c>1 250 000</c>.</summary>
    public static string Say(Refusal refusal, IStringLocalizer text)
    {
        var args = refusal.Args.Select(a => a is int or long ? Localisation.Formats.Number(Convert.ToInt64(a, CultureInfo.InvariantCulture)) : a);
        return text[refusal.Key, [.. args]];
    }
}
