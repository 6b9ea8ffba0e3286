using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Souq.Kernel;
using Souq.Web.Commands;
using Souq.Web.Localisation;

namespace Souq.Listings.Writing.Saving;

/// <summary>What was typed and not sent off, for the pages and the script that keeps it.</summary>
public sealed class DraftNotes(IListingsStore store, CommandSender commands, Formats formats, IStringLocalizer<ListingsText> text, TimeProvider time)
{
    public async Task<DraftNote?> Of(Guid listingId, OfferStep step, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<DraftNote>(DraftNote.IdOf(listingId, step), cancellation);
    }

    /// <exception cref="NotFoundException">There is no such advert, or it is somebody else's.</exception>
    /// <exception cref="RefusedException">The advert is over, or it is far too much text.</exception>
    public Task<DraftNote> Keep(Guid listingId, Guid actorId, OfferStep step, IFormCollection form, CancellationToken cancellation) =>
        commands.Ask<DraftNote>(new KeepNote(listingId, actorId, step, DraftNote.FieldsOf(step, form)), cancellation);

    /// <summary>The same for a step that was refused: nothing more is said when even that cannot be.</summary>
    public async Task<DraftNote?> KeepRefused(Guid listingId, Guid actorId, OfferStep step, HttpContext http)
    {
        try
        {
            return await Keep(listingId, actorId, step, http.Request.Form, http.RequestAborted);
        }
        catch (RefusedException)
        {
            return null;
        }
    }

    /// <summary>Kept at 14:05; on another day, with the day.</summary>
    public string Said(DraftNote note) => text["Note.Kept",
        Formats.InAlgiers(note.KeptAt).Date == Formats.InAlgiers(time.GetUtcNow()).Date ? Formats.Time(note.KeptAt) : formats.DateAndTime(note.KeptAt)];

    /// <summary>Which state of the advert and the note a page was made from.</summary>
    public static string Base(long version, DraftNote? note) => string.Create(CultureInfo.InvariantCulture, $"{version}.{note?.KeptAt.UtcTicks ?? 0}");
}
