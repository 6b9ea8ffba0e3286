using Marten;
using Souq.Catalog.Contracts;
using Wolverine;

namespace Souq.Listings.Sections;

/// <summary>Adverts follow what becomes of their section.</summary>
public static class FollowSectionsHandler
{
    /// <summary>For so long another node may still think that the section is open, and take an advert in it.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromMinutes(1);

    public static OutgoingMessages Handle(SectionRetired fact, IDocumentSession session)
    {
        session.Store(new SectionMove { Id = fact.SectionId, MovesTo = fact.MovesTo, At = fact.At });
        var move = new MoveListings(fact.SectionId, fact.At, Guid.Empty);
        OutgoingMessages messages = [move];
        messages.Delay(move, Doubt);
        return messages;
    }

    /// <summary>What has been moved stays; what has not been, need not be any more.</summary>
    public static void Handle(SectionReopened fact, IDocumentSession session) => session.Delete<SectionMove>(fact.SectionId);
}
