using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Souq.Kernel;

namespace Souq.Mail.Letters;

/// <summary>
/// Turns a Razor component, written in a <see cref="MailLayout"/>, into a letter in the recipient's language. The subject is the
/// layout's, the plain text is what the blocks say.
/// </summary>
public sealed partial class LetterRenderer(IServiceScopeFactory scopes, ILoggerFactory loggers)
{
    /// <param name="parameters">The component's parameters by name.</param>
    public async Task<Letter> Render<TComponent>(Language language, IReadOnlyDictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            using var _ = MailCulture.Use(language);
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters.ToDictionary()));
            return root.ToHtmlString();
        });
        var title = Title().Match(html);
        var subject = title.Success
            ? WebUtility.HtmlDecode(title.Groups[1].Value).Trim()
            : throw new InvalidOperationException($"{typeof(TComponent).Name} is not written in a MailLayout: it has no subject.");
        return new Letter(subject, "<!doctype html>\n" + html, LetterText.From(html));
    }

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex Title();
}

/// <summary>The recipient's culture for the time of composing, whoever asked for the letter.</summary>
public static class MailCulture
{
    public static IDisposable Use(Language language)
    {
        var restore = new Restore(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture();
        return restore;
    }

    private sealed record Restore(CultureInfo Culture, CultureInfo UiCulture) : IDisposable
    {
        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Culture, UiCulture);
    }
}
