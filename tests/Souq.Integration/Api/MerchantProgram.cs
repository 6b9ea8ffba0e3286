using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Souq.Accounts.Demo;
using Souq.Accounts.Tokens;
using Souq.Integration.Road;
using Souq.Web.Commands;

namespace Souq.Integration.Api;

/// <summary>A merchant's program with a token of its own.</summary>
internal sealed class MerchantProgram(Market market, string secret)
{
    private static readonly ConditionalWeakTable<Market, ConcurrentDictionary<string, Task<MerchantProgram>>> Made = [];

    public static Task<MerchantProgram> Of(Market market, string email = DemoPeople.Merchant) =>
        Made.GetOrCreateValue(market).GetOrAdd(email, e => Make(market, e));

    private static async Task<MerchantProgram> Make(Market market, string email)
    {
        var secret = TokenSecret.New();
        (await market.Service<CommandSender>().Send(new MakeToken(
            DemoPeople.IdOf(email), Guid.CreateVersion7(), "program", TokenSecret.Prefix(secret), TokenSecret.Hash(secret)))).ShouldBeEmpty();
        return new MerchantProgram(market, secret);
    }

    public Task<Reply> Get(string path) => Send(HttpMethod.Get, path, null, null);

    public Task<Reply> Post(string path, string? body = null, string? key = null) => Send(HttpMethod.Post, path, body, key);

    public Task<Reply> Put(string path, string body, string? key = null) => Send(HttpMethod.Put, path, body, key);

    public Task<Reply> Patch(string path, string body) => Send(HttpMethod.Patch, path, body, null);

    public Task<Reply> Send(HttpMethod method, string path, string? body, string? key) =>
        Send(method, path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"), key);

    public async Task<Reply> Send(HttpMethod method, string path, HttpContent? content, string? key, string language = "fr")
    {
        using var client = market.Host.Server.CreateClient();
        using var request = new HttpRequestMessage(method, "/api/v1/" + path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        request.Headers.AcceptLanguage.ParseAdd(language);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Reply(
            response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers.Location?.ToString(), response.Headers.Contains("Idempotent-Replayed"), response.Headers.RetryAfter is not null,
            response.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>A phone that can be sold.</summary>
    public static string Phone(string title, string? reference = null, long price = 45_000) => JsonSerializer.Serialize(new
    {
        @ref = reference,
        section = "smartphones",
        title,
        description = "Bon état.",
        price = new { type = "negotiable", dinars = price },
        wilaya = 31,
        attributes = new { brand = "Samsung" },
    });
}

internal sealed record Reply(HttpStatusCode Status, string Body, string? Location, bool IsReplay, bool SaysWait, string? Type)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public long Number => Json.GetProperty("number").GetInt64();

    public string State => Json.GetProperty("state").GetString()!;

    /// <summary>The fields that are wrong.</summary>
    public IReadOnlyList<string> Wrong => Json.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateObject().Select(e => e.Name)] : [];
}
