using Souq.Benchmarks.Digests;
using Souq.Benchmarks.Duplicates;
using Souq.Benchmarks.Expiry;
using Souq.Benchmarks.Import;
using Souq.Benchmarks.Moderation;
using Souq.Benchmarks.Photos;
using Souq.Benchmarks.Prices;
using Souq.Benchmarks.Rebuild;
using Souq.Benchmarks.Search;

namespace Souq.Benchmarks;

// dotnet run -c Release --project tests/Souq.Benchmarks -- VERB [arguments]
internal static class Benchmarks
{
    private static Task<int> Main(string[] args) => new Verbs()
        .Add("digests", "the digests of a day for 100,000 subscriptions, handed to a mail server", DigestsVerb.Run)
        .Add("duplicates", "the same thing offered twice, found in a made corpus and among a million pictures", DuplicatesVerb.Run)
        .Add("expiry", "100,000 due adverts leave the market in batches", ExpiryVerb.Run)
        .Add("import", "made-up adverts through the real command, beside bare appends", ImportVerb.Run)
        .Add("matching", "new adverts held against 1,000 to 100,000 kept searches", MatchingVerb.Run)
        .Add("moderation", "fifty moderators at once, and a rule tried on a million events", ModerationVerb.Run)
        .Add("prices", "a price changed by eight clients at once, beside bare appends", PricesVerb.Run)
        .Add("photos", "a 12-megapixel JPEG to all its sizes, beside what NetVips alone takes", PhotosVerb.Run)
        .Add("search", "the pages people read, at 100,000 and 1,000,000 adverts, beside the same pages fed from constants", SearchVerb.Run)
        .Add("seeding", "made adverts in bulk, beside what Marten alone appends", SearchVerb.Seeding)
        .Add("serve", "the market with pages fed from constants, for the search", ServeVerb.Run)
        .Add("sink", "a mail server that takes everything, for the digests", SinkVerb.Run)
        .Add("bare", "one bare page of a size, for the search", BareVerb.Run)
        .Add("rebuild", "the projections of the adverts built anew from their events", RebuildVerb.Run)
        .Run(args);
}
