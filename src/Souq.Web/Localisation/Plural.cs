using System.Globalization;
using Microsoft.Extensions.Localization;
using Souq.Kernel;

namespace Souq.Web.Localisation;

/// <summary>Counted things, said as a language says them: Arabic has six forms, French and English two.</summary>
public static class Plural
{
    /// <summary>
    /// The text <c>key.category</c> (CLDR: zero, one, two, few, many, other) with the grouped number as <c>{0}</c> and further arguments
    /// from <c>{1}</c>. A missing category falls back to <c>key.other</c>.
    /// </summary>
    public static string Count(this IStringLocalizer text, string key, long n, params object[] args)
    {
        object[] all = [Formats.Number(n), .. args];
        var exact = text[$"{key}.{Plurals.Of(n, Languages.Current).Key()}"];
        var format = exact.ResourceNotFound ? text[$"{key}.other"] : exact;
        return string.Format(CultureInfo.CurrentCulture, format.Value, all);
    }
}
