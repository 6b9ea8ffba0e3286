using Souq.Listings.Photos;

namespace Souq.Unit.Listings.Photos;

public sealed class FilePhotoStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ProcessedPhoto _photo = new(new Photo(PhotoId.Of("a"u8), 4, 3, 0, 1, 2, 3), [1], [2, 2], [3, 3, 3]);

    [Fact]
    public async Task What_was_saved_is_found_by_its_id_and_size_also_after_a_restart()
    {
        await _folder.Store().Save(_photo, TestContext.Current.CancellationToken);

        foreach (var size in PhotoSizes.All)
            (await Read(_photo.Photo.Id, size)).ShouldBe(_photo.At(size));
    }

    [Fact]
    public async Task Saving_a_photo_again_changes_nothing()
    {
        await _folder.Store().Save(_photo, TestContext.Current.CancellationToken);
        await _folder.Store().Save(_photo with { Card = [9] }, TestContext.Current.CancellationToken);

        (await Read(_photo.Photo.Id, PhotoSize.Card)).ShouldBe([1]);
        Files().Length.ShouldBe(3);
    }

    [Fact]
    public async Task Many_may_save_the_same_photo_at_once()
    {
        var store = _folder.Store();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => store.Save(_photo))));

        (await Read(_photo.Photo.Id, PhotoSize.Zoom)).ShouldBe([3, 3, 3]);
        Files().Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("AB000000000000000000000000000000")]
    [InlineData("zz000000000000000000000000000000")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000/")]
    public async Task Unknown_and_ill_formed_ids_find_nothing(string id) =>
        (await _folder.Store().Open(id, PhotoSize.Card, TestContext.Current.CancellationToken)).ShouldBeNull();

    [Fact]
    public async Task What_a_crash_left_behind_is_swept_a_day_later_and_never_served()
    {
        var store = _folder.Store();
        var left = Path.Combine(_folder.Path, ".incoming", "half");
        await File.WriteAllBytesAsync(left, [1], TestContext.Current.CancellationToken);

        _folder.Store();
        File.Exists(left).ShouldBeTrue();

        _folder.Time.Advance(TimeSpan.FromHours(25));
        _folder.Store();
        File.Exists(left).ShouldBeFalse();
        await store.Save(_photo, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Dispose();

    private string[] Files() => Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories);

    private async Task<byte[]> Read(string id, PhotoSize size)
    {
        await using var stream = (await _folder.Store().Open(id, size)).ShouldNotBeNull();
        var content = new byte[stream.Length];
        await stream.ReadExactlyAsync(content);
        return content;
    }
}
