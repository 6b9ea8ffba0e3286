using System.Text;

namespace Souq.Listings.Photos;

/// <summary>
/// What the turned photos of a picture are called. The id says how far: nobody has to remember it, and the same turn twice is the same photo.
/// No upload can have such an id, since these letters are no picture.
/// </summary>
public static class PhotoTurn
{
    public static string IdOf(string picture, int quarters) => (quarters % 4) switch
    {
        0 => picture,
        var turn => PhotoId.Of(Encoding.UTF8.GetBytes($"{picture} turned by {turn}")),
    };

    /// <summary>By how many quarters a photo of the picture is turned, 0 to 3.</summary>
    public static int Of(string picture, string id) => Enumerable.Range(0, 4).FirstOrDefault(quarters => IdOf(picture, quarters) == id);
}
