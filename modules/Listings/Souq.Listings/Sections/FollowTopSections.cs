using Marten;
using Souq.Catalog.Contracts;
using Souq.Listings.Browsing;
using Wolverine;

namespace Souq.Listings.Sections;

/// <summary>Adverts are found by the top section over theirs as well.</summary>
public static class FollowTopSectionsHandler
{
    /// <summary>For so long the projection, on whichever node, may still write the top section of before.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromMinutes(1);

    public static OutgoingMessages Handle(SectionsMoved fact, IDocumentSession session)
    {
        var table = new CorrectTopSections(fact.SectionIds);
        OutgoingMessages messages = [table];
        messages.Delay(table, Doubt);
        return messages;
    }
}

/// <summary>The search table says of these sections what the catalog says now; a rebuild would write the same.</summary>
public sealed record CorrectTopSections(IReadOnlyList<int> SectionIds);

public static class CorrectTopSectionsHandler
{
    public static void Handle(CorrectTopSections command, IDocumentSession session, ICatalog catalog)
    {
        foreach (var section in command.SectionIds.Select(id => catalog.Current.Section(id)).OfType<Section>())
            session.QueueSqlCommand($"update {SearchTable.Name} set top_section = ? where section = ? and top_section <> ?", section.Path[0], section.Id, section.Path[0]);
    }
}
