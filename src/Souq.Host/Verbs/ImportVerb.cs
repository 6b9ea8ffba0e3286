using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Identity;
using Souq.Accounts;
using Souq.Kernel;
using Souq.Listings.Display;
using Souq.Listings.Importing;
using Souq.Web.Commands;

namespace Souq.Host.Verbs;

/// <summary>
/// Adverts in bulk from a CSV file, through the command that merchants' files use too. Lines that cannot be taken are written, with the
/// reason, to <c>FILE.refused.csv</c>; the others are in. Running it again changes nothing twice.
/// </summary>
internal static class ImportVerb
{
    public const string Usage = "import FILE.csv --seller EMAIL [--map MAP.json] [--publish] [--language ar|fr|en]   adverts in bulk";

    public static async Task<int> Run(string[] args)
    {
        if (Arguments.Read(args) is not { } given)
        {
            await Console.Error.WriteLineAsync("usage: " + Usage);
            return 2;
        }

        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = given.Language.Culture();
        return await VerbHost.Run((services, cancellation) => Import(given, services, cancellation));
    }

    private static async Task<int> Import(Arguments given, IServiceProvider services, CancellationToken cancellation)
    {
        var map = given.Map is null ? new ImportMap() : ImportMap.Read(File.OpenRead(given.Map));
        if (await Seller(services, given.Seller) is not { } seller)
        {
            await Console.Error.WriteLineAsync($"Nobody has signed up as {given.Seller}.");
            return 1;
        }

        var (commands, words) = (services.GetRequiredService<CommandSender>(), services.GetRequiredService<ListingWords>());
        var report = given.File + ".refused.csv";
        await using var refusals = new CsvWriter(new StreamWriter(report), CultureInfo.InvariantCulture);
        foreach (var heading in new[] { "line", "column", "reason" }) refusals.WriteField(heading);
        await refusals.NextRecordAsync();

        using var text = new StreamReader(given.File);
        var (clock, lines, created, known, refused) = (Stopwatch.StartNew(), 0, 0, 0, 0);
        await foreach (var outcome in ImportPace.Run(
            ImportFile.Read(text, map), ImportPace.Batch, batch => commands.Ask<ImportOutcome>(new ImportListings(seller, batch, given.Publish), cancellation)))
        {
            foreach (var line in outcome.Refused)
                foreach (var reason in line.Reasons)
                {
                    refusals.WriteField(line.Line);
                    refusals.WriteField(reason.Field ?? "");
                    refusals.WriteField(words[reason.Key, reason.Args].Value);
                    await refusals.NextRecordAsync();
                }

            (created, known, refused) = (created + outcome.Created, known + outcome.Known, refused + outcome.Refused.Count);
            lines = created + known + refused;
            Console.Error.Write($"\r{lines} lines, {created} new, {known} known, {refused} refused, {lines / clock.Elapsed.TotalSeconds:0} a second ");
        }

        Console.Error.WriteLine();
        Console.WriteLine($"{lines} lines: {created} adverts created, {known} known already, {refused} refused (see {report}).");
        return 0;
    }

    private static async Task<Guid?> Seller(IServiceProvider services, string email)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByEmailAsync(email))?.Id;
    }

    private sealed record Arguments(string File, string Seller, string? Map, bool Publish, Language Language)
    {
        public static Arguments? Read(string[] args)
        {
            string? file = null, seller = null, map = null;
            var (publish, language) = (false, Language.English);
            for (var i = 0; i < args.Length; i++)
                switch (args[i])
                {
                    case "--publish": publish = true; break;
                    case "--seller" when i + 1 < args.Length: seller = args[++i]; break;
                    case "--map" when i + 1 < args.Length: map = args[++i]; break;
                    case "--language" when i + 1 < args.Length: language = Languages.Parse(args[++i]); break;
                    case var option when option.StartsWith('-'): return null;
                    default: file = args[i]; break;
                }
            return file is null || seller is null ? null : new Arguments(file, seller, map, publish, language);
        }
    }
}
