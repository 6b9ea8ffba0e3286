using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Souq.Accounts.Demo;
using Souq.Accounts.Tokens;
using Souq.Web.Commands;

namespace Souq.Integration.Fuzz;

/// <summary>
/// Every operation the OpenAPI document names is called with whatever: it answers, never with an error of its own, and what it refuses it
/// explains in problem details. A new operation is put to the test by being documented.
/// </summary>
[Collection(nameof(FuzzedMarket))]
public sealed class ApiFuzzTests(FuzzedMarket market)
{
    private const int Rounds = 40;

    [Fact]
    public async Task No_operation_breaks_whatever_it_is_called_with()
    {
        using var client = new HttpClient(market.Market.Host.Server.CreateHandler()) { BaseAddress = new Uri("http://localhost") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Token());
        var document = JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken))!;
        var operations = document["paths"]!.AsObject().Where(p => p.Key.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(path => path.Value!.AsObject().Select(o => (Method: o.Key.ToUpperInvariant(), Path: path.Key, Says: o.Value!))).ToList();
        operations.Count.ShouldBeGreaterThan(12);

        foreach (var (method, path, says) in operations)
        {
            // So that no call is turned away for being one too many.
            market.Market.Clock.Advance(TimeSpan.FromMinutes(1));
            await Gen.Select(Garbage.Value.Array[12], Gen.Int[0, 9].Array[12]).SampleAsync(
                garbage => Call(client, method, path, says, document, garbage.Item1, garbage.Item2), iter: Rounds, threads: 1);
        }
    }

    private static async Task Call(HttpClient client, string method, string path, JsonNode says, JsonNode document, string[] garbage, int[] dice)
    {
        var (address, query) = (path, new List<string>());
        foreach (var (parameter, i) in (says["parameters"]?.AsArray() ?? []).Select((p, i) => (p!, i)))
        {
            var (name, value) = (parameter["name"]!.GetValue<string>(), Short(garbage[i % 12]));
            if (parameter["in"]!.GetValue<string>() == "path")
                address = address.Replace("{" + name + "}", dice[i % 12] < 7 ? "10001" : Segment(value), StringComparison.Ordinal);
            else if (dice[i % 12] < 6) query.Add(Uri.EscapeDataString(name) + "=" + Uri.EscapeDataString(value));
        }

        using var request = new HttpRequestMessage(new HttpMethod(method), address + (query.Count > 0 ? "?" + string.Join('&', query) : ""));
        request.Headers.AcceptLanguage.ParseAdd("ar");
        var body = "";
        if (says["requestBody"] is { } asked)
        {
            body = Body(asked, document, garbage, dice);
            request.Content = new StringContent(body, Encoding.UTF8, dice[11] == 0 ? "text/plain" : "application/json");
        }

        if (dice[10] == 1) request.Headers.TryAddWithoutValidation("Idempotency-Key", garbage[1].Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal));

        using var answer = await client.SendAsync(request, CancellationToken.None);

        var what = $"{method} {request.RequestUri} {body[..Math.Min(300, body.Length)]}";
        var said = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBeLessThan(500, what);
        if ((int)answer.StatusCode < 400) return;
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json", $"{what}: {(int)answer.StatusCode} {said}");
        var problem = JsonNode.Parse(said)!;
        problem["status"]!.GetValue<int>().ShouldBe((int)answer.StatusCode, what);
        problem["title"]!.GetValue<string>().ShouldNotBeEmpty(what);
        if (problem["errors"] is JsonObject errors)
            foreach (var (field, sentences) in errors)
                foreach (var sentence in sentences!.AsArray())
                    sentence!.GetValue<string>().Any(c => c is >= '\u0621' and <= '\u064a').ShouldBeTrue($"{field}: “{sentence}” is not Arabic: {what}");
    }

    // The example of the documentation with some of its values spoilt, or something else altogether.
    private static string Body(JsonNode asked, JsonNode document, string[] garbage, int[] dice)
    {
        if (dice[9] == 0) return garbage[0];
        if (dice[9] == 1) return JsonSerializer.Serialize(garbage);
        if (dice[9] == 2) return "null";
        var example = Example(asked, document) ?? new JsonObject { ["price"] = new JsonObject(), ["title"] = "x", ["type"] = "firm", ["dinars"] = 5 };
        var copy = example.DeepClone();
        if (copy is JsonObject whole) Spoil(whole, garbage, dice, 0);
        return copy.ToJsonString();
    }

    private static int Spoil(JsonObject at, string[] garbage, int[] dice, int n)
    {
        foreach (var name in at.Select(p => p.Key).ToList())
        {
            n++;
            if (at[name] is JsonObject inner && dice[n % 12] > 1) n = Spoil(inner, garbage, dice, n);
            else if (dice[n % 12] < 4) at[name] = Value(garbage[n % 12], dice[(n + 5) % 12]);
        }

        if (dice[n % 12] == 5) at[Short(garbage[n % 12])] = garbage[(n + 1) % 12];
        return n;
    }

    private static JsonNode? Value(string garbage, int die) => die switch
    {
        0 => null,
        1 => true,
        2 => new JsonArray(garbage, 1, null),
        3 => new JsonObject { [Short(garbage)] = garbage },
        4 => -1,
        5 => long.MaxValue,
        6 => 1e300,
        _ => garbage,
    };

    private static JsonNode? Example(JsonNode asked, JsonNode document)
    {
        var content = asked["content"]?["application/json"];
        return content?["example"] ?? content?["examples"]?.AsObject().FirstOrDefault().Value?["value"] ?? Made(content?["schema"], document);
    }

    private static JsonObject? Made(JsonNode? schema, JsonNode document)
    {
        if (schema?["$ref"]?.GetValue<string>() is { } reference) schema = document["components"]!["schemas"]![reference.Split('/')[^1]];
        return schema?["properties"] is JsonObject properties
            ? new JsonObject(properties.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, "x"))) : null;
    }

    // The web server turns a nought in a path away itself.
    private static string Segment(string value) =>
        Uri.EscapeDataString(value is "" or "." or ".." ? "x" : value.Replace('/', '-').Replace("\0", "", StringComparison.Ordinal));

    private static string Short(string garbage) => garbage.Length > 200 ? garbage[..200] : garbage;

    private async Task<string> Token()
    {
        var secret = TokenSecret.New();
        (await market.Market.Follow(() => market.Market.Service<CommandSender>().Send(new MakeToken(
            DemoPeople.IdOf(DemoPeople.Seller), Guid.CreateVersion7(), "fuzz", TokenSecret.Prefix(secret), TokenSecret.Hash(secret))))).ShouldBeEmpty();
        return secret;
    }
}
