using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Souq.Catalog;
using Souq.Catalog.Contracts;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Mail.Letters;
using Souq.Unit.Mail;
using Souq.Web.Localisation;

namespace Souq.Unit.Digests;

public sealed class DigestLetterTests : IDisposable
{
    private static readonly Guid Owner = Guid.CreateVersion7();
    private static readonly Guid Seller = Guid.CreateVersion7();
    private readonly ServiceProvider services = MailServices.Build(configure: services => services
        .AddSouqLocalization()
        .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
        .AddSingleton<ICatalog, Shipped>()
        .AddSingleton<ISearches, MadeSearches>()
        .AddSingleton<DigestLinks>()
        .AddSingleton<DigestWords>()
        .AddSingleton<DigestWriter>());

    [Fact]
    public async Task A_digest_reads_well_in_plain_Arabic()
    {
        var text = Links().Replace((await Write(Language.Arabic, Part([Clio, Peugeot]))).Text, "<$1>").Replace((char)0x202f, (char)0x20).Replace((char)0xa0, (char)0x20);
        text.ShouldBe(
            """
            إعلانان لك

            لأنك تبحث عن: cars · 31

            1 250 000 دج
            رونو كليو 4
            https://souq.example/l/10001
            أرزيو، وهران · 24 نوفمبر

            السعر عند الاتصال
            Peugeot 208
            https://souq.example/l/10002
            وهران · 24 نوفمبر

            تنبيهاتك: شاهدها أو غيّرها أو أوقفها
            <alerts/manage>

            تصلك هذه الرسالة لأنك حفظت هذا البحث في السوق. أوقف هذا التنبيه
            <alerts/unsubscribe>

            """);
    }

    [Fact]
    public async Task The_subject_says_what_it_is_and_what_it_costs() =>
        (await Write(Language.French, Part([Clio]))).Subject.Replace((char)0xa0, (char)0x20).ShouldBe("رونو كليو 4 – 1 250 000 DA");

    [Fact]
    public async Task The_subject_says_how_many_more_there_are() =>
        (await Write(Language.English, Part([Peugeot, Clio], more: 12))).Subject.ShouldBe("Peugeot 208 – Price on request and 13 more");

    [Fact]
    public async Task A_price_that_came_down_is_the_subject_and_the_old_one_is_struck()
    {
        var letter = await Write(Language.English, Part([Clio with { Was = 1_420_000 }]));
        letter.Subject.ShouldStartWith("Price down 12%: ");
        letter.Html.ShouldContain("<s ");
        letter.Text.ReplaceLineEndings(" ").ShouldContain("Price down 12%, was");
    }

    [Fact]
    public async Task A_title_with_line_ends_makes_no_header()
    {
        var letter = await Write(Language.English, Part([Clio with { Title = "Clio\r\nBcc: everybody@souq.test" }]));
        var message = services.GetRequiredService<Souq.Mail.Posting.LetterEnvelope>().Enclose(letter, Language.English, "amina@souq.test", "", "1@souq.test");
        message.Bcc.ShouldBeEmpty();
        message.Headers.ShouldNotContain(h => h.Field == "Bcc");
        message.Subject!.ShouldNotContain("\n");
    }

    [Fact]
    public async Task The_rest_is_a_link_to_the_search() =>
        (await Write(Language.English, Part([Clio], more: 12))).Text.ShouldContain("And 12 more\nhttps://souq.example/en/search?section=cars&wilaya=31\n");

    [Fact]
    public async Task A_broad_search_says_where_the_rest_is()
    {
        var cars = Shipped.Catalog.Section("cars")!;
        var letter = await Write(Language.English, Part([Clio], more: 12) with { Sections = [new SectionCount(cars.Id, 13)] });
        letter.Text.ShouldContain($"{cars.Name.En}\nhttps://souq.example/en/search?section=cars&wilaya=31&section=cars\n13");
    }

    [Fact]
    public async Task A_letter_of_one_search_stops_that_search_and_one_of_several_stops_all()
    {
        (await Write(Language.Arabic, Part([Clio]))).Headers["List-Unsubscribe"].ShouldContain("/alerts/unsubscribe/");
        var many = await Write(Language.Arabic, Part([Clio]), Part([Peugeot]));
        many.Headers["List-Unsubscribe"].ShouldContain("/alerts/stop/");
        many.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
        System.Text.RegularExpressions.Regex.Count(many.Text, "/alerts/unsubscribe/").ShouldBe(2);
    }

    [Theory]
    [InlineData(Language.Arabic)]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public async Task The_longest_letter_is_shown_whole(Language language)
    {
        // Mail programs cut a letter off at 102 KB of HTML.
        var title = string.Concat(Enumerable.Repeat("سيارة نظيفة جدًا ", 6));
        ToldAdvert[] adverts = [.. Enumerable.Range(0, DigestChoice.MostShown / 4).Select(i => Clio with { Title = title, Number = 1_000_000 + i, Was = 1_420_000 })];
        var broad = Part(adverts, more: 900) with
        {
            Title = new string('x', SavedSearch.MostTitle),
            Sections = [.. Shipped.Catalog.TopSections.Take(8).Select(s => new SectionCount(s.Id, 100))],
        };
        var parts = Enumerable.Repeat(broad, 4);
        System.Text.Encoding.UTF8.GetByteCount((await Write(language, [.. parts])).Html).ShouldBeLessThan(102 * 1024);
    }

    [Fact]
    public async Task Pictures_come_from_our_own_host_and_none_counts_who_looks()
    {
        var html = (await Write(Language.French, Part([Clio, Peugeot]))).Html;
        var pictures = System.Text.RegularExpressions.Regex.Matches(html, "<img[^>]*src=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        pictures.ShouldBe(["https://souq.example/photos/0123abcd/card.webp"]);
    }

    private static ToldAdvert Clio => new(Guid.CreateVersion7(), 10001, Seller, "رونو كليو 4", new Price(PriceType.Negotiable, 1_250_000), null, 3106, "0123abcd", MailServices.Noon);

    private static ToldAdvert Peugeot => new(Guid.CreateVersion7(), 10002, Seller, "Peugeot 208", new Price(PriceType.OnRequest, null), null, 3101, null, MailServices.Noon);

    private static DigestPart Part(ToldAdvert[] adverts, int more = 0) => new(Guid.CreateVersion7(), "section=cars&wilaya=31", null, adverts, more, []);

    private Task<Letter> Write(Language language, params DigestPart[] parts) =>
        services.GetRequiredService<DigestWriter>().Write(new DigestContent(language, parts), Owner);

    public void Dispose() => services.Dispose();

    private static System.Text.RegularExpressions.Regex Links() => new(@"https://souq\.example/(alerts/\w+)/\S+");

    private sealed class Shipped : ICatalog
    {
        public static CatalogSnapshot Catalog => ShippedCatalog.Load();

        public CatalogSnapshot Current => Catalog;
    }
}
