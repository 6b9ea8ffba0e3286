using Npgsql;
using Souq.Catalog.Choices;
using Souq.Catalog.Editing;
using Souq.Catalog.History;
using Souq.Catalog.Loading;
using Souq.Catalog.Sections;
using Souq.Kernel;
using Souq.Web.Commands;

namespace Souq.Catalog.Desk;

/// <summary>Where admins read the catalog as it is kept, and change it.</summary>
public sealed class CatalogDesk(ICatalogStore store, NpgsqlDataSource dataSource, CommandSender commands, CatalogKeeper keeper)
{
    /// <summary>One change, after whoever is changing the catalog now; when it is done this node shows it.</summary>
    /// <returns>Empty when it is done, else why not.</returns>
    public async Task<IReadOnlyList<Refusal>> Send(object command, CancellationToken cancellation)
    {
        await using var turn = await CatalogLock.Take(dataSource, cancellation);
        var refusals = await commands.Send(command, cancellation);
        if (refusals.Count == 0) await keeper.Refresh(cancellation);
        return refusals;
    }

    public async Task<CatalogState> Read(CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return await CatalogState.Load(session, cancellation);
    }

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<SectionChange>> HistoryOf(int sectionId, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return SectionChange.Of(await session.Events.FetchStreamAsync(CatalogSection.StreamOf(sectionId), token: cancellation));
    }

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<ListChange>> HistoryOf(string listKey, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return ListChange.Of(await session.Events.FetchStreamAsync(CatalogChoiceList.StreamOf(listKey), token: cancellation));
    }
}
