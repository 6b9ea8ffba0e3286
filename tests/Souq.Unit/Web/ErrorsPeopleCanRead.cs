using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Souq.Kernel;
using Souq.Web;
using Souq.Web.Errors;
using Souq.Web.Layout;
using Souq.Web.Localisation;
using Souq.Web.Security;

namespace Souq.Unit.Web;

public sealed class ErrorsPeopleCanRead : IAsyncLifetime
{
    private readonly WebApplication app = Build();
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync();
        client.BaseAddress = new Uri(app.Urls.First());
        client.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("/refuse/not-found", 404, "لا يوجد شيء هنا")]
    [InlineData("/fr/refuse/not-found", 404, "rien ici")]
    [InlineData("/fr/no-such-page", 404, "rien ici")]
    [InlineData("/en/refuse/forbidden", 403, "not yours")]
    [InlineData("/en/refuse/refused", 422, "could not be done")]
    [InlineData("/en/refuse/too-large", 413, "too much at once")]
    [InlineData("/en/refuse/too-slow", 503, "closed for a moment")]
    [InlineData("/en/refuse/broken", 500, "broke on our side")]
    public async Task An_error_is_a_page_in_the_language_of_its_address_with_its_status(string address, int status, string words)
    {
        var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(status);
        page.ShouldContain(words);
        page.ShouldContain("</html>");
        page.ShouldNotContain("secret");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
    }

    [Fact]
    public async Task A_form_that_was_posted_gets_the_page_too()
    {
        var answer = await client.PostAsync(new Uri("/refuse/not-found", UriKind.Relative), new FormUrlEncodedContent([new("a", "b")]), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("</html>");
    }

    [Theory]
    [InlineData("/api/refuse/refused", 422)]
    [InlineData("/api/refuse/broken", 500)]
    [InlineData("/api/nothing", 404)]
    public async Task A_program_gets_problem_details(string address, int status)
    {
        var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("secret");
    }

    [Fact]
    public async Task The_page_of_examples_is_not_for_the_public() =>
        (await client.GetAsync(new Uri("/_kit", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        builder.Services.AddSouqWeb();
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.UseSouqSecurityHeaders();
        app.UseSouqLanguages();
        app.UseSouqErrors();
        app.UseRouting();
        app.UseAntiforgery();
        app.Map("/refuse/{how}", Refuse);
        app.Map("/api/refuse/{how}", Refuse);
        app.MapRazorComponents<App>();
        return app;
    }

    private static void Refuse(string how) => throw how switch
    {
        "not-found" => new NotFoundException("secret"),
        "forbidden" => new ForbiddenException("secret"),
        "refused" => new RefusedException("Some.Key", "title"),
        "too-slow" => new InvalidOperationException("secret", new TimeoutException()),
        "too-large" => new Microsoft.AspNetCore.Http.BadHttpRequestException("secret", 413),
        _ => new InvalidOperationException("secret"),
    };
}
