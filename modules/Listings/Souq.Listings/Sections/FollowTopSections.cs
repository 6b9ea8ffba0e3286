using Marten;
using Souq.Catalog.Contracts;
using Souq.Listings.Browsing.Indexing;
using Wolverine;

namespace Souq.Listings.Sections;

/// <summary>Adverts are found by the top section over theirs as well.</summary>
public static class FollowTopSectionsHandler
{
    /// <summary>For so long the projection, on whichever node, may still write the top section of before.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromMinutes(1);

    public static OutgoingMessages Handle(SectionsMoved fact, IDocumentSession session)
    {
        foreach (var section in fact.SectionIds) TopSections.Correct(session, section, fact.TopSectionId);
        var messages = new OutgoingMessages();
        messages.Delay(new CorrectTopSections(fact.SectionIds), Doubt);
        return messages;
    }
}

/// <summary>The search table says of these sections what the catalog, which every node has read by now, says of them.</summary>
public sealed record CorrectTopSections(IReadOnlyList<int> SectionIds);

public static class CorrectTopSectionsHandler
{
    public static void Handle(CorrectTopSections command, IDocumentSession session, ICatalog catalog)
    {
        foreach (var section in command.SectionIds.Select(id => catalog.Current.Section(id)).OfType<Section>())
            TopSections.Correct(session, section.Id, section.Path[0]);
    }
}

internal static class TopSections
{
    /// <summary>As a rebuild would; the words of an advert keep the names of the sections as they were when it was published.</summary>
    public static void Correct(IDocumentSession session, int section, int top) => session.QueueSqlCommand(
        $"""
        update {SearchTable.Name} set top_section = ?, tags = ts_delete(tags, 's' || top_section) || array_to_tsvector(array[?])
        where section = ? and top_section <> ?
        """,
        top, SearchTags.Section(top), section, top);
}
