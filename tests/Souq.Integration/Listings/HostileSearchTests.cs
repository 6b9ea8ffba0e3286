using System.Net;
using System.Text.Json;
using CsCheck;
using Souq.Integration.Road;
using Souq.Kernel;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Listings;

/// <summary>Whatever stands in the address, the search answers, and never with an error of its own.</summary>
[Collection(nameof(Market))]
public sealed class HostileSearchTests(Market market) : IDisposable
{
    private readonly Browser reader = market.Browser();

    private static readonly string[] Names = ["q", "section", "wilaya", "commune", "min", "max", "sort", "after", "limit", "attr.year", "attr.make", "attr.", "attr.\0"];

    // Signs that break something somewhere: of SQL, tsquery, JSON, formats and addresses, controls, marks that turn the line around, halves of pairs.
    private const string Signs = "a9سé '\"\\%_&|!():*<>{}[].,;-+\0\u0001\u001b\u007f\u00a0\u200e\u200f\u202e\u2066\u2069\u0651\u0660\ufeff\ufffd\t\r\n";

    private static readonly string[] Words =
    [
        "cars", "16", "99", "-1", "0", "1e400", "..", "1..2", "9..1", "99999999999999999999999999999999", "9223372036854775807", "-9223372036854775808", "NaN", "Infinity",
        "price", "-price", "null", "{0}", "\\", "' or 1=1 --", "سيارات", "\ud83d\ude00", "%00", "٣٤", "1,5", "0x10",
    ];

    private static readonly Gen<(string Name, string Value)[]> Queries = Gen.Select(
        Any(Names),
        Gen.OneOf(Any(Words), Any(Signs.ToCharArray()).Array[0, 40].Select(signs => new string(signs)))).Array[1, 6];

    private static Gen<T> Any<T>(T[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);

    [Fact]
    public Task Anything_typed_into_the_address_is_answered() => Queries.SampleAsync(
        async query =>
        {
            var text = string.Join('&', query.Select(p => Uri.EscapeDataString(p.Name) + "=" + Uri.EscapeDataString(p.Value)));
            (await reader.Open("/fr/search?" + text)).Status.ShouldBe(HttpStatusCode.OK, text);
            (await reader.Open("/api/v1/listings?" + text)).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
        },
        iter: 60, threads: 1);

    public static TheoryData<string> Known =>
    [
        "q=" + new string('a', 10_240),
        "q=" + string.Concat(Enumerable.Repeat("سيارة ", 1_500)),
        "section=" + new string('x', 10_240),
        "q=%00%01%1b[31m&section=%00",
        "q=%e2%80%ae%e2%81%a6abc",
        "q=%ff%fe%c3%28",
        "q=a&q=b&section=cars&section=phones&sort=price&sort=-price",
        "min=99999999999999999999999999&max=-5",
        "min=5&max=1",
        "limit=0", "limit=-1", "limit=99999999999",
        "after=" + new string('A', 28),
        "after=%00", "sort=price&after=AAAA",
        "sort=" + new string('x', 3_000),
        "attr.year=..", "attr.year=2010..2010..2010", "attr.year=99999999999999999999999999999999999999..1",
        "attr.make=%00", "attr.%00=1", "attr.=1", "attr.a%22b=%22", "attr." + new string('k', 5_000) + "=1",
        string.Join('&', Enumerable.Range(0, 500).Select(i => $"attr.k{i}=v{i}")),
        string.Join('&', Enumerable.Range(0, 500).Select(i => $"attr.make=v{i}")),
        "wilaya=0&commune=99999999999", "commune=-1", "commune=3101&wilaya=16",
    ];

    [Theory]
    [MemberData(nameof(Known))]
    public async Task Known_attacks_and_accidents_are_answered(string query)
    {
        (await reader.Open("/search?" + query)).Status.ShouldBe(HttpStatusCode.OK);
        (await reader.Open("/en/api/v1/listings?" + query)).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_forged_place_in_the_list_is_only_another_place_in_the_list()
    {
        foreach (var (sort, cursor) in new[]
            {
                ("newest", Cursor.Encode(DateTimeOffset.MaxValue, long.MaxValue)), ("newest", Cursor.Encode(DateTimeOffset.MinValue, long.MinValue)),
                ("price", Cursor.Encode(long.MaxValue, 1)), ("-price", Cursor.Encode(long.MinValue, 1)),
            })
            (await reader.Open($"/api/v1/listings?sort={sort}&after={cursor}")).Status.ShouldBe(HttpStatusCode.OK, sort);
        (await reader.Open($"/api/v1/listings?sort=price&after={Cursor.Encode(DateTimeOffset.UnixEpoch, 1)}")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/fr/api/v1/listings?min=beaucoup&section=nirgends", "Ce n’est pas un montant")]
    [InlineData("/api/v1/listings?min=beaucoup&section=nirgends", "اكتب")]
    public async Task Programs_are_told_which_parameter_is_wrong_in_their_language(string address, string words)
    {
        var answer = await reader.Open(address);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        using var problem = JsonDocument.Parse(answer.Html);
        problem.RootElement.GetProperty("status").GetInt32().ShouldBe(400);
        var errors = problem.RootElement.GetProperty("errors");
        errors.GetProperty("section").GetArrayLength().ShouldBe(1);
        errors.GetProperty("min")[0].GetString().ShouldNotBeNull().ShouldContain(words);
    }

    [Fact]
    public async Task The_page_names_what_it_did_not_understand_and_answers_the_rest()
    {
        var page = await reader.Open("/fr/search?min=beaucoup&section=phones");
        page.Text(".form-errors").ShouldContain("Ce n’est pas un montant");
        page.Text("h1").ShouldContain("Téléphones");
    }

    public void Dispose() => reader.Dispose();
}
