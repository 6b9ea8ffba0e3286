using System.Globalization;
using Npgsql;
using Souq.Integration.Listings;
using Souq.Integration.Road;
using Souq.Listings.Favourites;
using Souq.TestSupport.Browsing;

namespace Souq.Integration.Favourites;

internal static class HeartSteps
{
    /// <summary>The numbers of new adverts on the market, the newest first.</summary>
    public static async Task<(string Word, IReadOnlyList<long> Numbers)> Adverts(this Market market)
    {
        var stock = await Stock.Place(market);
        await market.CatchUp();
        using var visitor = market.Browser();
        return (stock.Word, (await visitor.Open($"/fr/search?q={stock.Word}")).Numbers());
    }

    /// <summary>Presses the heart as the page has it, without scripts.</summary>
    public static Task<Page> Heart(this Page page, long number)
    {
        var button = page.Document.QuerySelector($"button.heart[value='{number}']").ShouldNotBeNull(page.Text());
        var form = page.Forms.Single(f => f.Id == button.GetAttribute("form"));
        return page.Send(form, [.. Page.Untouched(form), (button.GetAttribute("name")!, button.GetAttribute("value")!)]);
    }

    /// <summary>The numbers whose hearts are filled.</summary>
    public static IReadOnlyList<long> Hearts(this Page page) =>
    [
        .. page.Document.QuerySelectorAll("button.heart[aria-pressed=true]")
            .Select(b => long.Parse(b.GetAttribute("value")!, CultureInfo.InvariantCulture)),
    ];

    public static Task<Page> Press(this Browser browser, string act, long number) =>
        browser.Post("/fr/favourites/heart", [KeyValuePair.Create(act, number.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>As if somebody had kept so many other adverts before.</summary>
    public static async Task Fill(this Market market, Guid person, int count)
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand($"""
            insert into {FavouritesTable.Name} (person, listing, number, at, per, kept)
            select $1, gen_random_uuid(), -i, '2020-01-01', 'Whole', true from generate_series(1, $2) i
            """);
        command.Parameters.Add(new() { Value = person });
        command.Parameters.Add(new() { Value = count });
        await command.ExecuteNonQueryAsync();
    }

    public static async Task<long> Rows(this Market market, Guid person)
    {
        await using var command = market.Service<NpgsqlDataSource>().CreateCommand($"select count(*) from {FavouritesTable.Name} where person = $1");
        command.Parameters.Add(new() { Value = person });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
