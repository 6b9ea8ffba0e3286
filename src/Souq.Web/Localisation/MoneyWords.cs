using System.Globalization;
using Humanizer;
using Microsoft.Extensions.Localization;
using Souq.Kernel;

namespace Souq.Web.Localisation;

/// <summary>A sum written out in words, where a nought too many would be overlooked: <c>quarante-cinq mille dinars</c>.</summary>
public sealed class MoneyWords(IStringLocalizer<WebText> text)
{
    public string Of(Money money) => text["Money.Dinars", money.Dinars.ToWords(CultureInfo.CurrentUICulture)];
}
