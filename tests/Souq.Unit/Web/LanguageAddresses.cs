using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Souq.Kernel;
using Souq.Web.Localisation;

namespace Souq.Unit.Web;

public class LanguageAddresses
{
    [Theory]
    [InlineData("/search", "", "/search", Language.Arabic, "ar-DZ")]
    [InlineData("/fr/search", "/fr", "/search", Language.French, "fr-DZ")]
    [InlineData("/FR/search", "/fr", "/search", Language.French, "fr-DZ")]
    [InlineData("/en/", "/en", "/", Language.English, "en")]
    [InlineData("/france", "", "/france", Language.Arabic, "ar-DZ")]
    public async Task The_first_segment_names_the_language(string address, string pathBase, string path, Language language, string culture)
    {
        var context = await Visit(address, c =>
        {
            Languages.Current.ShouldBe(language);
            System.Globalization.CultureInfo.CurrentCulture.Name.ShouldBe(culture);
        });
        context.Request.PathBase.Value.ShouldBe(pathBase);
        context.Request.Path.Value.ShouldBe(path);
    }

    [Theory]
    [InlineData("/fr", "?q=clio", "/fr/?q=clio")]
    [InlineData("/ar/l/12", "", "/l/12")]
    [InlineData("/ar//evil.example", "", "/evil.example")]
    public async Task An_address_with_another_spelling_leads_to_the_one(string address, string query, string target)
    {
        var context = await Visit(address, _ => throw new InvalidOperationException("must not be served"), query);
        context.Response.StatusCode.ShouldBe(StatusCodes.Status308PermanentRedirect);
        context.Response.Headers.Location.ToString().ShouldBe(target);
    }

    private static async Task<HttpContext> Visit(string path, Action<HttpContext> serve, string query = "")
    {
        var app = new ApplicationBuilder(new ServiceCollection().BuildServiceProvider());
        app.UseSouqLanguages();
        app.Run(c =>
        {
            serve(c);
            return Task.CompletedTask;
        });
        var context = new DefaultHttpContext { Request = { Path = path, QueryString = new QueryString(query) } };
        await app.Build()(context);
        return context;
    }
}
