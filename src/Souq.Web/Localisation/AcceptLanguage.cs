using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Souq.Kernel;

namespace Souq.Web.Localisation;

/// <summary>The language a program asks for in its headers.</summary>
public static class AcceptLanguage
{
    /// <summary>The one it likes best of ours; Arabic when it says nothing we know.</summary>
    public static Language Of(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted)) return Language.Arabic;
        foreach (var tag in wanted.Where(w => w.Quality is not 0).OrderByDescending(w => w.Quality ?? 1).Select(w => w.Value.ToString()))
            foreach (var language in Languages.All)
                if (tag.Split('-')[0].Equals(language.Culture().TwoLetterISOLanguageName, StringComparison.OrdinalIgnoreCase)) return language;
        return Language.Arabic;
    }
}
