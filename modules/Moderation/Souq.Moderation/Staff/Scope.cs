using Marten;
using Souq.Catalog.Contracts;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;

namespace Souq.Moderation.Staff;

/// <summary>What one of the staff may see and decide.</summary>
/// <param name="Senior">Appeals too.</param>
/// <param name="Sections">With all below them; <c>null</c> for the whole market.</param>
public sealed record Scope(bool Senior, IReadOnlySet<int>? Sections)
{
    public static Scope Of(Colleague? colleague, CatalogSnapshot catalog) => colleague switch
    {
        null => new(false, null),
        { IsSenior: true } => new(true, null),
        { IsModerator: false } => new(false, new HashSet<int>()),
        { Sections.Count: 0 } => new(false, null),
        _ => new(false, catalog.Sections.Where(s => s.Path.Any(colleague.Sections.Contains)).Select(s => s.Id).ToHashSet()),
    };

    public bool Covers(int sectionId) => Sections?.Contains(sectionId) != false;

    /// <summary>Whether he is asked to decide it.</summary>
    public bool Covers(QueueItem item) => Covers(item.SectionId) && (Senior || !item.Why.Contains(Signals.Appealed));

    /// <summary>The same of many, in the database.</summary>
    public IQueryable<QueueItem> Of(IQueryable<QueueItem> items)
    {
        var all = Senior ? items : items.Where(i => !i.Why.Contains(Signals.Appealed));
        return Sections is null ? all : all.Where(i => i.SectionId.IsOneOf(Sections.ToArray()));
    }
}

/// <summary>Finds out what somebody may see and decide.</summary>
public sealed class Scopes(IModerationStore store, ICatalog catalog)
{
    public async Task<Scope> Of(Guid moderator, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return Scope.Of(await session.LoadAsync<Colleague>(moderator, cancellation), catalog.Current);
    }
}
