using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Listings.Importing.Files;

/// <summary>What the pages show of a merchant's files.</summary>
public sealed class ImportReader(IListingsStore store, ImportLines lines, ICatalog catalog)
{
    /// <exception cref="NotFoundException">There is none, or it is somebody else's.</exception>
    public async Task<FileImport> Own(Guid id, Guid person, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var import = await session.LoadAsync<FileImport>(id, cancellation) ?? throw new NotFoundException("The import");
        import.MustBelongTo(person);
        return import;
    }

    public async Task<IReadOnlyList<(FileImport Import, string Name)>> Recent(Guid person, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var imports = await session.Query<FileImport>().Where(i => i.SellerId == person).OrderByDescending(i => i.UploadedAt).Take(10).ToListAsync(cancellation);
        var names = (await session.LoadManyAsync<ImportFileName>(cancellation, imports.Select(i => i.Id))).ToDictionary(n => n.Id, n => n.Name);
        return [.. imports.Select(i => (i, names.GetValueOrDefault(i.Id) ?? "…"))];
    }

    public async Task<string> NameOf(Guid id, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return (await session.LoadAsync<ImportFileName>(id, cancellation))?.Name ?? "…";
    }

    /// <summary>What the merchant said of his last file.</summary>
    public async Task<ImportMap?> Remembered(Guid person, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return (await session.LoadAsync<RememberedMap>(person, cancellation))?.Map;
    }

    public Task<IReadOnlyList<ImportLine>> First(FileImport import, int most, CancellationToken cancellation) =>
        lines.Read(import.Id, 0, most, "true", cancellation);

    public Task<IReadOnlyList<ImportLine>> Refused(FileImport import, int most, CancellationToken cancellation) =>
        lines.Read(import.Id, 0, most, $"fate = {(int)LineFate.Refused}", cancellation);

    /// <summary>The first adverts that are new or change, as they would look.</summary>
    public async Task<IReadOnlyList<ListingContent>> Samples(FileImport import, int most, CancellationToken cancellation)
    {
        var good = await lines.Read(import.Id, 0, most, $"fate in ({(int)LineFate.New}, {(int)LineFate.Changed})", cancellation);
        return [.. good.Select(l => RowContent.Read(import.RowOf(l.Sheet, catalog.Current), catalog.Current).Content).OfType<ListingContent>()];
    }
}
