using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Writing.Saving;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Writing;

/// <summary>The first step of writing: the section and what it asks about the thing.</summary>
public sealed record WriteDetails(Guid ListingId, Guid ActorId, int SectionId, IReadOnlyDictionary<string, string?> Attributes);

public static class WriteDetailsHandler
{
    /// <summary>What was kept of it while it was typed is no longer needed.</summary>
    public static void Before(WriteDetails command, IDocumentSession session) => session.Delete<DraftNote>(DraftNote.IdOf(command.ListingId, OfferStep.Details));

    public static (Events, OutgoingMessages) Handle(WriteDetails command, [WriteModel] Listing listing, ICatalog catalog)
    {
        listing.MustBelongTo(command.ActorId);
        listing.MustBeWritable();
        return ([Decide(command.SectionId, command.Attributes, catalog.Current)], []);
    }

    public static DetailsWritten Decide(int sectionId, IReadOnlyDictionary<string, string?> typed, CatalogSnapshot catalog)
    {
        if (catalog.Section(sectionId) is not { TakesAdverts: true } section) throw new RefusedException("Section.Required", "section");
        var (values, refusals) = AttributeRules.Read(section, typed);
        return refusals.Count == 0 ? new DetailsWritten(sectionId, values) : throw new RefusedException(refusals);
    }
}
