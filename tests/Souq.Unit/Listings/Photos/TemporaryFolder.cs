using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Souq.Listings.Photos;

namespace Souq.Unit.Listings.Photos;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("souq-photos-").FullName;

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    public FilePhotoStore Store() => new(Options.Create(new PhotoOptions { Folder = Path }), Time);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
