using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Souq.Listings.Api;

/// <summary>Reads JSON that strangers sent.</summary>
internal static class ApiJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8 };

    /// <exception cref="BadHttpRequestException">It is no JSON object.</exception>
    public static async Task<JsonDocument> Read(HttpRequest request)
    {
        try
        {
            var json = await JsonDocument.ParseAsync(request.Body, Options, request.HttpContext.RequestAborted);
            if (json.RootElement.ValueKind == JsonValueKind.Object) return json;
            json.Dispose();
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new BadHttpRequestException("Not a JSON object");
    }

    /// <exception cref="BadHttpRequestException">Half a character.</exception>
    public static string Name(JsonProperty property) => Whole(() => property.Name);

    /// <summary>Texts, numbers and yes or no as text, nothing as empty; <c>null</c> for what holds other things.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Whole(() => value.GetString()!),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "",
        _ => null,
    };

    // Half a surrogate pair is good JSON and no text.
    private static string Whole(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            throw new BadHttpRequestException("Half a character");
        }
    }
}
