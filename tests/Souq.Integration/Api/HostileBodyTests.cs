using System.Net;
using System.Text.Json.Nodes;
using CsCheck;
using Souq.Integration.Road;

namespace Souq.Integration.Api;

/// <summary>Whatever is sent: never a failure, and what is wrong has a name and a sentence.</summary>
[Collection(nameof(Market))]
public sealed class HostileBodyTests(Market market)
{
    private static readonly string[] Fields =
        ["ref", "section", "title", "description", "wilaya", "commune", "price", "attributes", "draft", "price.type", "price.dinars", "price.per", "attributes.brand", "attributes.battery", "x"];

    private static readonly string[] Nasty =
    [
        "null", "true", "-1", "0", "1e400", "99999999999999999999", "1.5", "[]", "{}", "[[]]", "\"\"", "\" \"", "\"\\u0000\"", "\"a\\u0000b\"",
        "\"\\u202E\\u0661\"", "\"'; drop table x; --\"", "\"<script>\"", "\"=1+1\"", $"\"{new string('م', 7000)}\"", "\"16\"", "\"سيارات\"", "[null]", "{\"a\":{}}",
    ];

    [Fact]
    public async Task Every_field_may_hold_anything()
    {
        var program = await MerchantProgram.Of(market);
        var number = (await program.Post("listings", MerchantProgram.Phone($"Téléphone {RoadSteps.NewWord()}", RoadSteps.NewWord()))).Number;
        await Gen.Select(Gen.Int[0, Fields.Length - 1].Select(i => Fields[i]), Gen.Int[0, Nasty.Length - 1].Select(i => Nasty[i]), Gen.Int[0, 3]).SampleAsync(async (field, value, way) =>
        {
            var body = With(field, value);
            var reply = way switch
            {
                0 => await program.Post("listings", body),
                1 => await program.Put($"listings/{number}", body),
                2 => await program.Patch($"listings/{number}", body),
                _ => await program.Put($"listings/{number}/price", JsonNode.Parse(body)!["price"]?.ToJsonString() ?? "null"),
            };
            ((int)reply.Status).ShouldBeLessThan(500, body);
            if (reply.Status is HttpStatusCode.Created or HttpStatusCode.OK) return;
            reply.Type.ShouldBe("application/problem+json", body);
            if (reply.Status != HttpStatusCode.UnprocessableEntity) return;
            reply.Wrong.ShouldNotBeEmpty(body);
            reply.Json.GetProperty("errors").EnumerateObject().SelectMany(e => e.Value.EnumerateArray())
                .ShouldAllBe(sentence => sentence.GetString()!.Contains(' '), reply.Body);
        }, iter: 150, threads: 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("\"x\"")]
    [InlineData("{\"title\":\"\\uD800\"}")]
    [InlineData("{\"\\uD800\":1}")]
    [InlineData("{\"price\":{\"price\":{\"price\":{\"price\":{\"price\":{\"price\":{\"price\":{\"price\":{\"price\":{}}}}}}}}}}")]
    public async Task What_is_no_object_is_said_to_be_none(string body)
    {
        var program = await MerchantProgram.Of(market);
        var reply = await program.Post("listings", body);
        (reply.Status, reply.Type).ShouldBe((HttpStatusCode.BadRequest, "application/problem+json"), body);
    }

    [Theory]
    [InlineData("ar", "الولاية")]
    [InlineData("fr-DZ,fr;q=0.9", "wilaya manque")]
    [InlineData("de, en;q=0.5", "wilaya is missing")]
    public async Task Sentences_are_in_the_language_that_is_asked_for(string language, string words)
    {
        var program = await MerchantProgram.Of(market);
        using var body = new StringContent("""{"section":"smartphones","title":"Telephone","price":{"dinars":5000}}""", System.Text.Encoding.UTF8, "application/json");
        var reply = await program.Send(HttpMethod.Post, "listings", body, null, language);
        reply.Json.GetProperty("errors").GetProperty("wilaya")[0].GetString().ShouldNotBeNull().ShouldContain(words);
    }

    private static string With(string field, string value)
    {
        var body = JsonNode.Parse(MerchantProgram.Phone($"Téléphone {RoadSteps.NewWord()}"))!.AsObject();
        body.Remove("ref");
        var (at, name) = (body, field);
        if (field.Split('.') is [var outer, var inner])
        {
            if (body[outer] is not JsonObject) body[outer] = new JsonObject();
            (at, name) = (body[outer]!.AsObject(), inner);
        }

        at[name] = JsonNode.Parse(value);
        return body.ToJsonString();
    }
}
