using System.Globalization;
using Souq.Kernel;

namespace Souq.Unit.Web;

/// <summary>The reader's language for the length of a test.</summary>
internal sealed class InLanguage : IDisposable
{
    private readonly (CultureInfo Culture, CultureInfo Ui) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public InLanguage(Language language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture();

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
}
