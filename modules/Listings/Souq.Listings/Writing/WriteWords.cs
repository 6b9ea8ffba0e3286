using Marten;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Listings.Writing.Saving;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Persistence.EventSourcing;

namespace Souq.Listings.Writing;

/// <summary>The second step of writing: words, price and place.</summary>
/// <param name="CommuneCode">ONS code; 0 when none was chosen.</param>
public sealed record WriteWords(Guid ListingId, Guid ActorId, string Title, string Description, Price? Price, int CommuneCode);

public static class WriteWordsHandler
{
    /// <summary>What was kept of it while it was typed is no longer needed.</summary>
    public static void Before(WriteWords command, IDocumentSession session) => session.Delete<DraftNote>(DraftNote.IdOf(command.ListingId, OfferStep.Words));

    public static (Events, OutgoingMessages) Handle(WriteWords command, [WriteModel] Listing listing, ICatalog catalog)
    {
        listing.MustBelongTo(command.ActorId);
        listing.MustBeWritable();
        return ([Decide(command, listing.Draft.SectionId, catalog.Current)], []);
    }

    public static WordsWritten Decide(WriteWords command, int sectionId, CatalogSnapshot catalog)
    {
        if (catalog.Section(sectionId) is not { } section) throw new RefusedException("Section.Required", "section");
        var title = SafeText.Line(command.Title);
        var description = SafeText.Lines(command.Description);
        var refusals = ListingRules.Words(section, title, description, command.Price, catalog.Territory.Commune(command.CommuneCode));
        return refusals.Count == 0
            ? new WordsWritten(title, description, command.Price!, command.CommuneCode)
            : throw new RefusedException(refusals);
    }
}
