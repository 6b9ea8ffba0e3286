using System.Globalization;
using System.Text;
using Souq.Integration.Road;
using Souq.Integration.Stores;
using Souq.Listings;
using Souq.Listings.Importing;
using Souq.Listings.Importing.Files;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Listings.Importing;

/// <summary>A merchant of his own with a spreadsheet and a browser.</summary>
internal sealed record Merchant(Browser Browser, string Email, Guid Id) : IDisposable
{
    public void Dispose() => Browser.Dispose();
}

internal static class FileSteps
{
    /// <summary>Of a garage, as its spreadsheet heads them.</summary>
    public const string Head = "Référence;Désignation;Marque;Modèle;Année;Kilométrage (km);Prix (millions);Offre;Wilaya;Observations";

    public static async Task<Merchant> NewMerchant(this Market market)
    {
        var (email, id) = await market.NewMember();
        return new Merchant(await market.SignedInAs(email), email, id);
    }

    /// <summary>A car of the garage.</summary>
    public static string Car(string reference, string title, string millions = "185", string wilaya = "Oran", string words = "Propre, première main.") =>
        $"{reference};{title};Renault;Clio;2019;62000;{millions};Négociable;{wilaya};{words}";

    public static string File(params IEnumerable<string> lines) => string.Join("\r\n", lines.Prepend(Head)) + "\r\n";

    /// <summary>As his spreadsheet saves it.</summary>
    public static Task<Page> Send(this Merchant merchant, string file, string language = "/fr", string name = "stock.csv") =>
        merchant.Send(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(file), language, name);

    public static async Task<Page> Send(this Merchant merchant, byte[] file, string language = "/fr", string name = "stock.csv") =>
        await (await merchant.Browser.Open($"{language}/desk/import")).Upload("upload", "file", [(name, file)]);

    /// <summary>Says what the columns are; what would happen is on the page that returns.</summary>
    public static async Task<Page> Match(this Market market, Merchant merchant, Page columns, params (string, string?)[] fields)
    {
        var sent = await market.Follow(() => columns.Submit("match", fields));
        sent.Text("[role=alert]").ShouldBeEmpty();
        return await merchant.Browser.Open(sent.Address.PathAndQuery);
    }

    /// <summary>A garage's file up to what would happen.</summary>
    public static async Task<Page> Try(this Market market, Merchant merchant, string file, string language = "/fr") =>
        await market.Match(merchant, await merchant.Send(file, language), ("constant.section", "cars"));

    /// <summary>Lets it happen; what has happened is on the page that returns.</summary>
    public static async Task<Page> Run(this Market market, Merchant merchant, Page trial, bool withdrawMissing = false)
    {
        market.Clock.Advance(TimeSpan.FromSeconds(1));
        var sent = await market.Follow(() => trial.Submit("run", ("missing", withdrawMissing ? "withdraw" : null)));
        market.Clock.Advance(TimeSpan.FromSeconds(1));
        return await merchant.Browser.Open(sent.Address.PathAndQuery);
    }

    /// <summary>New, changed, unchanged, refused.</summary>
    public static IReadOnlyList<int> Tally(this Page page) =>
        [.. page.Document.QuerySelectorAll(".import-tally strong").Select(n => int.Parse(n.TextContent, CultureInfo.InvariantCulture))];

    /// <summary>Line, column with its cell, reason.</summary>
    public static IReadOnlyList<string> Refused(this Page page) => [.. page.Document.QuerySelectorAll("table tbody tr")
        .Select(row => string.Join(" | ", row.QuerySelectorAll("td").Select(cell => string.Join(' ', cell.Children.Length > 0 ? cell.Children.Select(c => c.TextContent.Trim()) : [cell.TextContent.Trim()]))))];

    public static async Task<Listing> AdvertOf(this Market market, Merchant merchant, string reference) =>
        (await market.FindAdvertOf(merchant, reference)).ShouldNotBeNull();

    public static async Task<Listing?> FindAdvertOf(this Market market, Merchant merchant, string reference)
    {
        await using var session = market.Service<IListingsStore>().QuerySession();
        return await session.LoadAsync<Listing>(ImportListingsHandler.ListingId(merchant.Id, reference), TestContext.Current.CancellationToken);
    }

    public static async Task<FileImport> Import(this Market market, Guid id)
    {
        await using var session = market.Service<IListingsStore>().QuerySession();
        return (await session.LoadAsync<FileImport>(id, TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    public static Guid ImportOf(this Page page) => Guid.Parse(page.Address.AbsolutePath.Split('/')[^1]);
}
