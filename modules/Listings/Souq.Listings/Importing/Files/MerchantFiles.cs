using System.Globalization;
using CsvHelper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Souq.Listings.Display;
using Souq.Web.Security;

namespace Souq.Listings.Importing.Files;

/// <summary>Files that merchants get: the report of an import and all their adverts.</summary>
public static class MerchantFiles
{
    private static readonly string[] ReportHead = ["Line", "Column.ref", "Result", "Number", "ColumnHead", "Why"];

    public static IServiceCollection AddMerchantFiles(this IServiceCollection services) =>
        services.AddSingleton<ImportLines>().AddSingleton<ImportReader>().AddSingleton<ColumnNames>().AddSingleton<ListingsExport>();

    public static void MapMerchantFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/desk/import/{id:guid}/report.csv", Report).RequireAuthorization().ExcludeFromDescription();
        endpoints.MapGet("/desk/export.csv", Export).RequireAuthorization().ExcludeFromDescription();
    }

    private static async Task Report(
        Guid id, HttpContext http, ImportReader reader, ImportLines lines, ListingWords words, ColumnNames names, IStringLocalizer<ImportText> text, CancellationToken cancellation)
    {
        const int Page = 1000;
        var import = await reader.Own(id, http.User.PersonId()!.Value, cancellation);
        await using var csv = Begin(http, "souq-import.csv");
        await Row(csv, [.. ReportHead.Select(heading => text["Import." + heading].Value)]);
        for (var after = 0; ;)
        {
            var page = await lines.Read(id, after, Page, "fate is not null", cancellation);
            foreach (var line in page)
            {
                var reference = import.CellOf(line.Sheet, "ref");
                var result = text["Import.Fate." + line.Fate!.Value].Value;
                var number = line.Number?.ToString(CultureInfo.InvariantCulture) ?? "";
                if (line.Reasons.Count == 0) await Row(csv, Line(line), reference, result, number, "", "");
                foreach (var reason in line.Reasons)
                    await Row(csv, Line(line), reference, result, number, names.Of(import, reason.Field), words[reason.Key, reason.Args].Value);
            }

            if (page.Count < Page) return;
            after = page[^1].Sheet.Line;
        }
    }

    private static string Line(ImportLine line) => line.Sheet.Line.ToString(CultureInfo.InvariantCulture);

    private static async Task Export(HttpContext http, ListingsExport export, CancellationToken cancellation)
    {
        await using var csv = Begin(http, "souq.csv");
        await foreach (var row in export.Rows(http.User.PersonId()!.Value, cancellation)) await Row(csv, row);
    }

    private static CsvWriter Begin(HttpContext http, string name)
    {
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        http.Response.Headers.CacheControl = "no-store";
        // Semicolons and a byte order mark: the spreadsheets of this country open it with a double click, in Arabic too.
        var writer = new StreamWriter(http.Response.Body, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        return new CsvWriter(writer, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
    }

    private static async Task Row(CsvWriter csv, params IReadOnlyList<string> cells)
    {
        foreach (var cell in cells) csv.WriteField(Sheet.Guarded(cell));
        await csv.NextRecordAsync();
    }
}
