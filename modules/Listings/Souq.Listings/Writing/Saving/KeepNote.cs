using Marten;
using Souq.Kernel;
using Wolverine.Marten;

namespace Souq.Listings.Writing.Saving;

/// <summary>The seller is typing.</summary>
public sealed record KeepNote(Guid ListingId, Guid ActorId, OfferStep Step, IReadOnlyDictionary<string, string> Fields)
{
    public override string ToString() => $"KeepNote {ListingId} {Step}";
}

/// <summary>The seller goes back to what he sent off last.</summary>
public sealed record ForgetNote(Guid ListingId, Guid ActorId, OfferStep Step);

public static class KeepNoteHandler
{
    public static Task<Listing?> LoadAsync(KeepNote command, IDocumentSession session, CancellationToken cancellation) =>
        session.LoadAsync<Listing>(command.ListingId, cancellation);

    public static (DraftNote, IMartenOp) Handle(KeepNote command, Listing? listing, TimeProvider time)
    {
        var note = Decide(command, listing, time.GetUtcNow());
        return (note, MartenOps.Store(note));
    }

    public static DraftNote Decide(KeepNote command, Listing? listing, DateTimeOffset now)
    {
        if (listing is null) throw new NotFoundException("The listing");
        listing.MustBelongTo(command.ActorId);
        // While a moderator reads, typing goes on; only sending it off has to wait.
        if (listing.Life is ListingLife.Sold or ListingLife.Withdrawn or ListingLife.Removed) throw new RefusedException("Listing.Ended");
        if (command.Fields.Sum(f => f.Key.Length + f.Value.Length) > DraftNote.MostLetters) throw new RefusedException("Note.TooLong");
        return new DraftNote(DraftNote.IdOf(listing.Id, command.Step), listing.Id, command.ActorId, command.Fields, now);
    }
}

public static class ForgetNoteHandler
{
    public static void Handle(ForgetNote command, IDocumentSession session)
    {
        var id = DraftNote.IdOf(command.ListingId, command.Step);
        session.DeleteWhere<DraftNote>(n => n.Id == id && n.SellerId == command.ActorId);
    }
}
