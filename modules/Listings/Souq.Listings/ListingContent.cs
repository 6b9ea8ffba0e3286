using System.Text.Json.Serialization;
using Souq.Kernel;

namespace Souq.Listings;

/// <summary>A stored photo. The files are found by its id; width and height in pixels of the largest size.</summary>
/// <param name="Tone">Average colour, 0 to 63: red, green and blue of two bits each.</param>
/// <param name="TurnedFrom">The photo as it was uploaded, of which this is the same picture, turned.</param>
/// <param name="Hash">By which the picture is known again, see <see cref="Duplicates.PhotoHash"/>; <c>null</c> when there is too little in it.</param>
public sealed record ListingPhoto(string Id, int Width, int Height, int Tone, string? TurnedFrom = null, ulong? Hash = null)
{
    /// <summary>What was uploaded, however it is turned now.</summary>
    [JsonIgnore]
    public string Picture => TurnedFrom ?? Id;

    public static ListingPhoto Of(Photos.Photo photo, string? turnedFrom = null) =>
        new(photo.Id, photo.Width, photo.Height, photo.Tone, turnedFrom, photo.Hash);
}

/// <summary>Everything a buyer reads of an advert.</summary>
/// <param name="Attributes">Canonical values by attribute key, as the section defined them when they were written.</param>
/// <param name="CommuneCode">ONS code; 0 while no place is chosen.</param>
/// <param name="Photos">In the order people see them; the first is the cover.</param>
/// <param name="WrittenIn">The section whose questions the attributes answer, when the advert has been moved to another since.</param>
public sealed record ListingContent(
    int SectionId,
    IReadOnlyDictionary<string, string> Attributes,
    string Title,
    string Description,
    Price? Price,
    int CommuneCode,
    IReadOnlyList<ListingPhoto> Photos,
    int? WrittenIn = null)
{
    public static ListingContent Empty { get; } = new(0, new Dictionary<string, string>(), "", "", null, 0, []);

    /// <summary>The same words in another section, if they stand in the one that is left.</summary>
    public ListingContent Moved(int from, int to) =>
        SectionId == from ? this with { SectionId = to, WrittenIn = WrittenIn ?? SectionId } : this;

    [JsonIgnore]
    public ListingPhoto? Cover => Photos.Count > 0 ? Photos[0] : null;
}
