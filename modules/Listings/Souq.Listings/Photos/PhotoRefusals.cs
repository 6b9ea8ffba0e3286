using System.Globalization;
using Souq.Kernel;

namespace Souq.Listings.Photos;

/// <summary>Why a file is not taken. Each names the file, so that its neighbours in the same upload can stay. Texts: <see cref="PhotoText"/>.</summary>
public static class PhotoRefusals
{
    /// <summary>The form field that photos are uploaded in.</summary>
    public const string Field = "photos";

    public static RefusedException TooLarge(string? file, int maxBytes) =>
        new("Photo.TooLarge", Field, Shown(file), maxBytes / (1024 * 1024));

    public static RefusedException NotAnImage(string? file) => new("Photo.NotAnImage", Field, Shown(file));

    public static RefusedException TooManyPixels(string? file, int width, int height) =>
        new("Photo.TooManyPixels", Field, Shown(file), width, height);

    public static RefusedException TooSmall(string? file, int minSide) => new("Photo.TooSmall", Field, Shown(file), minSide);

    public static RefusedException Broken(string? file) => new("Photo.Broken", Field, Shown(file));

    /// <summary>A name as it may be shown: without folders, without control and direction characters, not endless.</summary>
    public static string Shown(string? file)
    {
        var name = (file ?? "").Split('/', '\\')[^1];
        var clean = new string([.. name.Where(c =>
            char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))]).Trim();
        return clean.Length == 0 ? "?" : clean.Length <= 80 ? clean : $"{clean[..60]}…{clean[^16..]}";
    }
}
