using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Souq.Catalog;
using Souq.Catalog.Contracts;
using Souq.Digests.Adverts;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;
using Souq.Kernel;
using Souq.Mail.Letters;
using Souq.Unit.Mail;
using Souq.Web.Localisation;

namespace Souq.Unit.Digests;

public sealed class DigestLetterTests : IDisposable
{
    private static readonly Guid Owner = Guid.CreateVersion7();
    private readonly ServiceProvider services = MailServices.Build(configure: services => services
        .AddSouqLocalization()
        .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
        .AddSingleton<ICatalog, Shipped>()
        .AddSingleton<DigestLinks>()
        .AddSingleton<DigestWriter>());

    [Fact]
    public async Task A_digest_reads_well_in_plain_Arabic()
    {
        var text = Links().Replace((await Write(Language.Arabic, 2)).Text, "<$1>").Replace((char)0x202f, (char)0x20).Replace((char)0xa0, (char)0x20);
        text.ShouldBe(
            """
            إعلانان جديدان لك

            سيارات · وهران

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

            تصلك هذه الرسالة لأنك مشترك في تنبيه «سيارات · وهران»، كل يوم. أوقف هذه الرسائل
            <alerts/unsubscribe>

            """);
    }

    [Theory]
    [InlineData(1, "1 nouvelle annonce : Voitures · Oran")]
    [InlineData(2, "2 nouvelles annonces : Voitures · Oran")]
    public async Task The_subject_says_how_many_and_where(int count, string subject) =>
        (await Write(Language.French, count)).Subject.Replace((char)0xa0, (char)0x20).ShouldBe(subject);

    [Fact]
    public async Task The_rest_is_a_link_to_the_search() =>
        (await Write(Language.English, 2, total: 14)).Text.ShouldContain("And 12 more\nhttps://souq.example/en/search?section=cars&wilaya=31\n");

    private Task<Letter> Write(Language language, int count, int? total = null)
    {
        var subscription = DigestSubscription.Create(new DigestRequested(
            Owner, new DigestTopic(Shipped.Catalog.Section("cars")!.Id, 31, null), Frequency.Daily, language, MailServices.Noon));
        DigestListing[] adverts =
        [
            Advert(10001, "رونو كليو 4", new Price(PriceType.Negotiable, 1_250_000), 3106) with { PhotoId = "0123abcd" },
            Advert(10002, "Peugeot 208", new Price(PriceType.OnRequest, null), 3101),
        ];
        return services.GetRequiredService<DigestWriter>().Write(subscription, new DigestNews(adverts[..count], total ?? count));
    }

    private static DigestListing Advert(long number, string title, Price price, int commune) =>
        new() { Number = number, Title = title, Price = price, Commune = commune, PublishedAt = MailServices.Noon };

    public void Dispose() => services.Dispose();

    private static System.Text.RegularExpressions.Regex Links() => new(@"https://souq\.example/(alerts/\w+)/\S+");

    private sealed class Shipped : ICatalog
    {
        public static CatalogSnapshot Catalog => ShippedCatalog.Load();

        public CatalogSnapshot Current => Catalog;
    }
}
