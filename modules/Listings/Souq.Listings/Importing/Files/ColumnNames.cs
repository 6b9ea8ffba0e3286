using Microsoft.Extensions.Localization;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Importing.Files;

/// <summary>What a merchant calls a column of ours: his own heading where there is one, else its name in his language.</summary>
public sealed class ColumnNames(IStringLocalizer<ImportText> text, ICatalog catalog)
{
    /// <param name="field">Of a refusal.</param>
    public string Of(FileImport import, string? field) => field is null ? "" : import.Map?.Columns?.GetValueOrDefault(field) ?? Ours(field);

    private string Ours(string field) =>
        ImportColumns.Fixed.Contains(field) ? text["Import.Column." + field].Value
        : AttributeNames.Of(catalog.Current).All.FirstOrDefault(a => ImportColumns.Attribute + a.Key == field)?.Name.In(Languages.Current) ?? field;
}
