using JasperFx.Events;
using Souq.Kernel;

namespace Souq.Listings.History;

/// <summary>Something that happened to an advert.</summary>
/// <param name="Version">The advert after it: as in <c>l/{number}/history/{version}</c>.</param>
/// <param name="Kind">Name of the event; its words are <c>History.{Kind}</c>.</param>
/// <param name="Changes">What of the content it changed, as <c>field: before → after</c>.</param>
public sealed record HistoryEntry(long Version, DateTimeOffset At, string Kind, object Event, IReadOnlyList<ContentChange> Changes)
{
    /// <summary>The stream as a story. Pure.</summary>
    public static IReadOnlyList<HistoryEntry> Of(IReadOnlyList<IEvent> events)
    {
        var entries = new List<HistoryEntry>();
        var (draft, shown) = (ListingContent.Empty, ListingContent.Empty);
        foreach (var e in events)
        {
            var before = e.Data is Published or PriceChanged or ChangeUndone ? shown : draft;
            (draft, shown) = After(draft, shown, e.Data);
            var after = e.Data is Published or PriceChanged or ChangeUndone ? shown : draft;
            entries.Add(new HistoryEntry(e.Version, Time(e), e.Data.GetType().Name, e.Data, entries.Count == 0 ? [] : ContentChange.Between(before, after)));
        }

        // What was written in one go with an older date, such as an import, happened at that date.
        for (var i = entries.Count - 2; i >= 0; i--)
            if (entries[i].At > entries[i + 1].At) entries[i] = entries[i] with { At = entries[i + 1].At };
        return entries;
    }

    private static (ListingContent Draft, ListingContent Shown) After(ListingContent draft, ListingContent shown, object e) => e switch
    {
        HandedIn h => (h.Content, shown),
        DetailsWritten d => (draft with { SectionId = d.SectionId, Attributes = d.Attributes }, shown),
        WordsWritten w => (draft with { Title = w.Title, Description = w.Description, Price = w.Price, CommuneCode = w.CommuneCode }, shown),
        PhotoAdded p => (draft with { Photos = [.. draft.Photos, p.Photo] }, shown),
        PhotoRemoved p => (draft with { Photos = [.. draft.Photos.Where(x => x.Id != p.PhotoId)] }, shown),
        ChangedByModerator c => (Changed(draft, c), shown.SectionId == c.From ? shown with { SectionId = c.SectionId } : shown),
        ChangeUndone u => (draft.SectionId == u.From ? draft with { SectionId = u.SectionId } : draft, shown.SectionId == u.From ? shown with { SectionId = u.SectionId } : shown),
        Published p => (draft, p.Content),
        PriceChanged p => (draft with { Price = p.Price }, shown with { Price = p.Price }),
        _ => (draft, shown),
    };

    private static ListingContent Changed(ListingContent content, ChangedByModerator changed) => content with
    {
        SectionId = content.SectionId == changed.From ? changed.SectionId : content.SectionId,
        Title = TextPiece.Hide(content.Title, changed.HiddenInTitle),
        Description = TextPiece.Hide(content.Description, changed.HiddenInText),
    };

    private static DateTimeOffset Time(IEvent e) => e.Data switch
    {
        DraftStarted x => x.At,
        HandedIn x => x.At,
        Submitted x => x.At,
        RevisionRefused x => x.At,
        CorrectionAsked x => x.At,
        ChangedByModerator x => x.At,
        ChangeUndone x => x.At,
        TakenDown x => x.At,
        Published x => x.At,
        PriceChanged x => x.At,
        Bumped x => x.At,
        Renewed x => x.At,
        ExpiryAnnounced x => x.At,
        Expired x => x.At,
        Sold x => x.At,
        Withdrawn x => x.At,
        Removed x => x.At,
        Reopened x => x.At,
        Hidden x => x.At,
        ShownAgain x => x.At,
        _ => e.Timestamp,
    };
}

/// <param name="Field">An attribute's key, or <c>section, title, description, price, place, photos</c>.</param>
/// <param name="Before">Canonical; empty when there was nothing.</param>
public sealed record ContentChange(string Field, object? Before, object? After)
{
    public static IReadOnlyList<ContentChange> Between(ListingContent before, ListingContent after)
    {
        var changes = new List<ContentChange>();
        Add("section", before.SectionId, after.SectionId);
        Add("title", before.Title, after.Title);
        Add("description", before.Description, after.Description);
        Add("price", before.Price, after.Price);
        Add("place", before.CommuneCode, after.CommuneCode);
        Add("photos", before.Photos.Count, after.Photos.Count);
        foreach (var key in before.Attributes.Keys.Union(after.Attributes.Keys))
            Add("attr." + key, before.Attributes.GetValueOrDefault(key), after.Attributes.GetValueOrDefault(key));
        return changes;

        void Add(string field, object? a, object? b)
        {
            if (!Equals(a, b)) changes.Add(new ContentChange(field, a, b));
        }
    }
}
