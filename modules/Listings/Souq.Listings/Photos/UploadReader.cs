namespace Souq.Listings.Photos;

internal static class UploadReader
{
    /// <summary>The whole stream, or <c>null</c> when it is longer than that; no more than one buffer is read beyond the limit.</summary>
    public static async Task<byte[]?> Read(Stream stream, int maxBytes, CancellationToken cancellation)
    {
        if (stream.CanSeek && stream.Length - stream.Position > maxBytes)
            return null;

        using var kept = new MemoryStream(stream.CanSeek ? (int)(stream.Length - stream.Position) : 0);
        var buffer = new byte[80 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (kept.Length + read > maxBytes)
                return null;
            kept.Write(buffer, 0, read);
        }

        return kept.Capacity == kept.Length ? kept.GetBuffer() : kept.ToArray();
    }
}
