using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;
using Souq.Listings.Importing;

namespace Souq.Listings.Api;

/// <summary>The body of a request as the cells of a line; whatever is wrong with it is named by field.</summary>
public sealed class ListingBody
{
    private static readonly string[] Texts = ["ref", "section", "title", "description", "wilaya", "commune"];

    private readonly List<Refusal> refusals = [];

    private ListingBody()
    {
    }

    /// <summary>What the body says; a cell is empty where it says <c>null</c>.</summary>
    public Dictionary<string, string> Cells { get; } = [];

    /// <summary>It is not to be sent off yet.</summary>
    public bool Draft { get; private set; }

    /// <exception cref="RefusedException">Fields that are unknown or hold something else than they should.</exception>
    public static async Task<ListingBody> Read(HttpRequest request)
    {
        using var json = await ApiJson.Read(request);
        var body = new ListingBody();
        foreach (var property in json.RootElement.EnumerateObject()) body.Take(ApiJson.Name(property), property.Value);
        return body.refusals.Count == 0 ? body : throw new RefusedException(body.refusals);
    }

    /// <summary>The cells of a price given by itself.</summary>
    /// <exception cref="RefusedException">See <see cref="Read"/>.</exception>
    public static Dictionary<string, string> PriceOf(JsonElement json)
    {
        var body = new ListingBody();
        body.Price(json);
        return body.refusals.Count == 0 ? body.Cells : throw new RefusedException(body.refusals);
    }

    private void Take(string name, JsonElement value)
    {
        if (Texts.Contains(name)) Text(name, name, value);
        else if (name == "price") Price(value);
        else if (name == "attributes") Attributes(value);
        else if (name == "draft" && value.ValueKind is JsonValueKind.True or JsonValueKind.False) Draft = value.GetBoolean();
        else refusals.Add(new(name == "draft" ? "Api.NotYesNo" : "Api.UnknownField", PriceCells.Short(name)));
    }

    private void Text(string cell, string field, JsonElement value)
    {
        if (ApiJson.Text(value) is { } text) Cells[cell] = text;
        else refusals.Add(new("Api.NotText", field));
    }

    private void Price(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            refusals.Add(new("Api.NotObject", "price_object"));
            return;
        }

        foreach (var property in value.EnumerateObject())
            switch (ApiJson.Name(property))
            {
                case "type": Text("price_type", "price_type", property.Value); break;
                case "per": Text("price_per", "price_per", property.Value); break;
                case "dinars" when property.Value.ValueKind is JsonValueKind.Null: Cells["price"] = ""; break;
                case "dinars" when property.Value.ValueKind is JsonValueKind.Number && property.Value.TryGetInt64(out var dinars):
                    Cells["price"] = dinars.ToString(System.Globalization.CultureInfo.InvariantCulture);
                    break;
                case "dinars": refusals.Add(new("Api.NotWholeNumber", "price")); break;
                case var other: refusals.Add(new("Api.UnknownField", PriceCells.Short("price." + other))); break;
            }
    }

    private void Attributes(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            refusals.Add(new("Api.NotObject", "attributes"));
            return;
        }

        foreach (var property in value.EnumerateObject())
        {
            var cell = ImportColumns.Attribute + ApiJson.Name(property);
            if (property.Value.ValueKind != JsonValueKind.Array) Text(cell, cell, property.Value);
            else if (property.Value.EnumerateArray().Select(ApiJson.Text).ToList() is var several && several.Contains(null)) refusals.Add(new("Api.NotText", cell));
            else Cells[cell] = string.Join('|', several);
        }
    }
}
