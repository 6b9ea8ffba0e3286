using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Souq.Kernel;
using Souq.Listings.Contracts;

namespace Souq.Accounts.Stores.Keeping;

/// <summary>
/// The two pictures of a store's form. What was taken in travels on in a hidden field, so that a refused form loses no upload.
/// </summary>
public sealed partial class StorePictures(IPhotoDoor door)
{
    /// <param name="kept">What stands now.</param>
    /// <returns>What is to stand: the upload, else what the form kept; <c>null</c> when it was taken down.</returns>
    public async Task<StorePicture?> Read(IFormCollection form, string field, StorePicture? kept, ICollection<Refusal> refusals, CancellationToken cancellation)
    {
        if (form.Files.GetFile(field) is { Length: > 0 } file)
        {
            await using var upload = file.OpenReadStream();
            var (photo, wrong) = await door.Take(upload, file.FileName, cancellation);
            if (photo is not null) return new StorePicture(photo.Id, photo.Width, photo.Height, photo.Tone);
            refusals.Add(new Refusal("Store.Picture.Wrong", field, wrong!));
        }

        if (form[field + ".remove"].Count > 0) return null;
        return Parse(form[field + ".kept"]) ?? kept;
    }

    public static string? Write(StorePicture? picture) =>
        picture is null ? null : string.Create(CultureInfo.InvariantCulture, $"{picture.Id}~{picture.Width}~{picture.Height}~{picture.Tone}");

    private static StorePicture? Parse(string? text) => Shape().Match(text ?? "") is { Success: true } match
        ? new StorePicture(match.Groups[1].Value, Number(match.Groups[2]), Number(match.Groups[3]), Number(match.Groups[4]) % 64)
        : null;

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^([A-Za-z0-9_-]{8,80})~([0-9]{1,5})~([0-9]{1,5})~([0-9]{1,2})$")]
    private static partial Regex Shape();
}
