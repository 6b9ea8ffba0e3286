using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Souq.Accounts.Contracts;
using Souq.Catalog.Contracts;
using Souq.EventStore;
using Souq.Listings.Api;
using Souq.Listings.Browsing;
using Souq.Listings.Browsing.Facets;
using Souq.Listings.Browsing.Indexing;
using Souq.Listings.Comparing;
using Souq.Listings.Contracts;
using Souq.Listings.Counting;
using Souq.Listings.Desk;
using Souq.Listings.Desk.Bulk;
using Souq.Listings.Display;
using Souq.Listings.Duplicates;
using Souq.Listings.Expiry;
using Souq.Listings.Favourites;
using Souq.Listings.History;
using Souq.Listings.Importing.Files;
using Souq.Listings.Numbers;
using Souq.Listings.Photos;
using Souq.Listings.Pricing;
using Souq.Listings.Quotas;
using Souq.Listings.Sanctions;
using Souq.Listings.Seeding;
using Souq.Listings.Seen;
using Souq.Listings.Sharing;
using Souq.Listings.Suggesting;
using Souq.Listings.Uploading;
using Souq.Listings.Watching;
using Souq.Listings.Writing;
using Souq.Listings.Writing.Saving;
using Souq.Mail.Templates;
using Souq.Moderation.Contracts;
using Souq.Web.Slots;
using Weasel.Postgresql;
using Wolverine.Marten;

namespace Souq.Listings;

public static class ListingsModule
{
    public static IServiceCollection AddListings(this IServiceCollection services)
    {
        services.AddModuleStore<IListingsStore>("listings", typeof(ListingsModule).Assembly, Configure);
        services.SubscribeToEvents<IListingsStore>(new TellPrices());
        services.AddWatching();
        services.AddPhotos();
        services.AddMemoryCache();
        services.AddSingleton<ListingNumbers>();
        services.AddSingleton<ListingReader>();
        services.AddSingleton<SearchListings>();
        services.AddSingleton<LikeSamples>();
        services.AddSingleton<SimilarListings>();
        services.AddSingleton<PlaceCounts>();
        services.AddSingleton<FacetReader>();
        services.AddSingleton<MarketCounts>();
        services.AddSingleton<SearchReader>();
        services.AddSingleton<SearchSamples>();
        services.AddSingleton<RankedMatches>();
        services.AddSingleton<SearchRebuild>();
        services.AddSingleton<PageMemory>();
        services.AddHostedService<SearchUpToDate>();
        services.AddScoped<SeedListings>();
        services.AddSingleton<SellerQuotas>();
        services.AddOptions<QuotaOptions>().BindConfiguration(QuotaOptions.Section)
            .Validate(q => q is { Person: > 0, Known: > 0, Trusted: > 0, Store: > 0 }, "Quotas:Person, :Known, :Trusted and :Store are numbers of adverts above zero.").ValidateOnStart();
        services.AddSingleton<DeskReader>();
        services.AddSingleton<ISellerReports, SellerReports>();
        services.AddSingleton<DuplicateFinder>();
        services.AddSingleton<PriceSamples>();
        services.AddSingleton<PriceStandings>();
        services.AddSingleton<ContentComparer>();
        services.AddSingleton<PhotoTwins>();
        services.AddSingleton<ListingHistory>();
        services.AddSingleton<HistoryWords>();
        services.AddSingleton<ListingDisplay>();
        services.AddSingleton<ListingWords>();
        services.AddSingleton<ApiShape>();
        services.AddSingleton<RenewalLinks>();
        services.AddSingleton<DraftNotes>();
        services.AddSingleton<PhotoUploads>();
        services.AddSingleton<UploadDesk>();
        services.AddMerchantApi();
        services.AddMerchantFiles();
        services.AddCounting();
        services.AddFavourites();
        services.AddSharing();
        services.AddSuggesting();
        services.AddMailTemplate<ExpiryLetterTemplate>();
        services.AddMailSamples<ExpirySamples>();
        services.AddSlot<ModerationSubject>(ModerationSlots.Subject);
        services.AddSingleton<IPhotoDoor, PhotoDoor>();
        services.AddSingleton<IAdvertPhotos, AdvertPhotos>();
        services.AddSlot<PersonListings>(AccountSlots.Listings);
        services.AddSlot<StoreListings>(AccountSlots.StoreListings);
        services.AddSlot<TrustQuota>(AccountSlots.Trust);
        return services;
    }

    public static void MapListings(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPhotos();
        endpoints.MapChoices();
        endpoints.MapNotes();
        endpoints.MapUploads();
        endpoints.MapListingsApi();
        endpoints.MapSuggestions();
        endpoints.MapMerchantApi();
        endpoints.MapMerchantFiles();
        endpoints.MapFavourites();
        endpoints.MapSeen();
    }

    private static void Configure(IServiceProvider services, StoreOptions options)
    {
        options.Projections.Snapshot<Listing>(SnapshotLifecycle.Inline);
        options.Projections.Snapshot<FileImport>(SnapshotLifecycle.Inline);
        options.Schema.For<FileImport>().Index(i => i.SellerId);
        options.Projections.Add(new SearchProjection(services.GetRequiredService<ICatalog>()), ProjectionLifecycle.Async);
        // Columns of their own and no index on the document itself: an update that changes none of them touches no index at all.
        options.Schema.For<Listing>()
            .FillFactor(ModuleStore.Room)
            .Duplicate(l => l.Number, configure: index => index.IsUnique = true)
            .Duplicate(l => l.SellerId)
            .Duplicate(l => l.Life)
            .Duplicate(l => l.ExpiresAt, configure: index => index.Predicate = "life = 'Published'");
        options.Schema.For<BulkAction>();
        options.Schema.For<SellerStore>();
        options.Schema.For<SellerLevel>();
        options.Schema.For<SellerStop>().Index(s => s.SellerId);
        options.Schema.For<PhotoLoan>().Index(l => l.PhotoId).Index(l => l.OwnerId);
        options.Schema.For<DraftNote>().Index(n => n.ListingId).Index(n => n.SellerId);
        options.Storage.ExtendedSchemaObjects.Add(new Sequence(new PostgresqlObjectName("listings", ListingNumbers.Sequence, SchemaUtils.IdentifierUsage.General), 10001));
        options.Storage.ExtendedSchemaObjects.Add(new SearchTable());
        options.Storage.ExtendedSchemaObjects.Add(new VocabularyTable());
        options.AddWatchTables();
        options.Projections.Add(new PhotoHashProjection(), ProjectionLifecycle.Async);
        options.Storage.ExtendedSchemaObjects.Add(new PhotoHashTable());
        options.Storage.ExtendedSchemaObjects.Add(new IdempotencyTable());
        options.Schema.For<FinishedUpload>().Index(u => u.At).Index(u => u.SellerId);
        options.Storage.ExtendedSchemaObjects.Add(new UploadsTable());
        options.Storage.ExtendedSchemaObjects.Add(new UploadPartsTable());
        options.Storage.ExtendedSchemaObjects.Add(new ImportLinesTable());
        options.Storage.ExtendedSchemaObjects.Add(new ImportWithdrawnTable());
        options.AddCountTables();
        options.Storage.ExtendedSchemaObjects.Add(new FavouritesTable());
        // A title or a description may hold what its writer should not have written; erasing him masks it in the events too.
        options.Events.AddMaskingRuleForProtectedInformation<WordsWritten>(words => words with { Title = "…", Description = "" });
        options.Events.AddMaskingRuleForProtectedInformation<HandedIn>(
            given => given with { Ref = null, Content = given.Content with { Title = "…", Description = "", Photos = [] } });
        options.Events.AddMaskingRuleForProtectedInformation<Published>(
            published => published with { Content = published.Content with { Title = "…", Description = "", Photos = [] } });
    }
}
