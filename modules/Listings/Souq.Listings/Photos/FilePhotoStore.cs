using Microsoft.Extensions.Options;

namespace Souq.Listings.Photos;

/// <summary>
/// Photos as files: <c>{folder}/ab/abcdef….card.webp</c>. A file appears whole or not at all: it is written and flushed beside the others,
/// then renamed. What a crash leaves in <c>.incoming</c> is never served and is swept a day later.
/// </summary>
public sealed class FilePhotoStore : IPhotoStore
{
    private readonly string _folder;
    private readonly string _incoming;

    public FilePhotoStore(IOptions<PhotoOptions> options, TimeProvider time)
    {
        _folder = Path.GetFullPath(options.Value.Folder);
        _incoming = Path.Combine(_folder, ".incoming");
        Directory.CreateDirectory(_incoming);
        Sweep(time.GetUtcNow().UtcDateTime.AddDays(-1));
    }

    public async Task Save(ProcessedPhoto photo, CancellationToken cancellation = default)
    {
        var id = photo.Photo.Id;
        if (!PhotoId.IsValid(id))
            throw new ArgumentException("Not the id of a photo.", nameof(photo));

        var shard = Path.GetDirectoryName(PathOf(id, PhotoSize.Card))!;
        Directory.CreateDirectory(shard);
        foreach (var size in PhotoSizes.All.Where(size => !File.Exists(PathOf(id, size))))
            await Write(PathOf(id, size), photo.At(size), cancellation);
        FolderFlush.Flush(shard);
        FolderFlush.Flush(_folder);
    }

    public Task<Stream?> Open(string id, PhotoSize size, CancellationToken cancellation = default)
    {
        if (!PhotoId.IsValid(id) || !File.Exists(PathOf(id, size)))
            return Task.FromResult<Stream?>(null);
        return Task.FromResult<Stream?>(new FileStream(
            PathOf(id, size), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.SequentialScan));
    }

    private string PathOf(string id, PhotoSize size) => Path.Combine(_folder, id[..2], $"{id}.{size.Name()}.webp");

    private async Task Write(string path, byte[] content, CancellationToken cancellation)
    {
        var temporary = Path.Combine(_incoming, Guid.NewGuid().ToString("N"));
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1))
            {
                await file.WriteAsync(content, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private void Sweep(DateTime before)
    {
        foreach (var left in new DirectoryInfo(_incoming).EnumerateFiles().Where(file => file.LastWriteTimeUtc < before))
            left.Delete();
    }
}
