using Microsoft.Extensions.Localization;
using Souq.Catalog.Contracts;
using Souq.Digests.Reporting;
using Souq.Digests.Sending;
using Souq.Digests.Subscribing;
using Souq.Kernel;
using Souq.Listings.Contracts;
using Souq.Mail.Letters;
using Souq.Mail.Templates;

namespace Souq.Digests.Operating;

/// <summary>The letters of this module, about searches and adverts that were made up.</summary>
public sealed class DigestSamples(DigestWriter writer, LetterRenderer renderer, ICatalog catalog, ISearches searches, TimeProvider time, IStringLocalizer<SampleText> sample) : IMailSamples
{
    private static readonly Guid Nobody = new("5b0a9d6e-0000-4000-8000-000000000001");

    public IEnumerable<MailSample> All =>
    [
        new("digests.one", language => writer.Write(new DigestContent(language, [Part(Cars, 0, Advert(1) with { Was = 2_100_000 }, Advert(2))]), Nobody)),
        new("digests.many", language => writer.Write(new DigestContent(language,
        [
            Part(Cars, 14, Advert(1), Advert(2) with { Was = 1_950_000 }, Advert(3)) with { Title = sample["Person"] },
            Part("", 240, Advert(4), Advert(5)) with { Sections = [.. catalog.Current.TopSections.Take(4).Select((s, i) => new SectionCount(s.Id, 90 - 20 * i))] },
        ]), Nobody)),
        new("digests.report", language => writer.Write(new DigestContent(language, []) { Report = new ToldReport(Nobody, time.GetUtcNow(), Week) }, Nobody)),
        new("digests.confirm", language => renderer.Render<ConfirmationLetter>(language, Subscription(language))),
        new("digests.already", language => renderer.Render<AlreadySubscribedLetter>(language, Subscription(language))),
    ];

    private string Cars => searches.Read("section=cars&wilaya=31&max=2000000")?.Query ?? "";

    private static DigestPart Part(string query, int more, params ToldAdvert[] adverts) => new(Nobody, query, null, adverts, more, []);

    private ToldAdvert Advert(int number) => new(
        Nobody, number, Nobody, sample["Advert"], new Price(PriceType.Negotiable, 1_850_000 - number * 10_000), null, 3101, null, time.GetUtcNow().AddHours(-number));

    private SellerReport Week => new(
        42, new WeekNumbers(1_284, 63, 27, 31), new WeekNumbers(1_020, 71, 19, 28), [120, 96, 214, 188, 240, 260, 166], 3,
        [new EndingListing(Found(6), time.GetUtcNow().AddDays(2)), new EndingListing(Found(7), time.GetUtcNow().AddDays(5))], 9, [new ViewedListing(Found(8), 214)]);

    private FoundListing Found(int number) => Advert(number) is var advert
        ? new(advert.ListingId, number, Nobody, catalog.Current.Section("cars")!.Id, advert.Title, advert.Price, null, advert.Commune, null, advert.ListedAt) : null!;

    private Dictionary<string, object?> Subscription(Language language) => new()
    {
        [nameof(SubscriptionLetter.Subscription)] = new DigestSubscription { Id = Nobody, SubscriberId = Nobody, Language = language },
        [nameof(SubscriptionLetter.Search)] = new SavedSearch(Nobody, Nobody, Nobody, Cars, null),
    };
}
