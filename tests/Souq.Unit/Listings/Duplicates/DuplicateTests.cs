using CsCheck;
using Souq.Listings.Duplicates;

namespace Souq.Unit.Listings.Duplicates;

public class DuplicateTests
{
    private static readonly DuplicateCorpus Corpus = DuplicateCorpus.Make(80);

    [Fact]
    public void Of_what_is_called_the_same_nearly_all_is_and_nearly_all_that_is_is_found()
    {
        var found = Corpus.Same.Count(p => Likeness.IsSame(p.First, p.Second));
        var wrong = Corpus.Different.Count(p => Likeness.IsSame(p.First, p.Second));

        ((double)found / (found + wrong)).ShouldBeGreaterThanOrEqualTo(0.98, $"{found} right, {wrong} wrong");
        ((double)found / Corpus.Same.Count).ShouldBeGreaterThanOrEqualTo(0.9, $"{found} of {Corpus.Same.Count}");
    }

    [Fact]
    public void An_altered_photo_is_known_again_and_another_thing_is_not()
    {
        var found = Corpus.SamePhotos.Count(p => PhotoHash.AreSame(p.First, p.Second));
        var wrong = Corpus.DifferentPhotos.Count(p => PhotoHash.AreSame(p.First, p.Second));

        ((double)found / Corpus.SamePhotos.Count).ShouldBeGreaterThanOrEqualTo(0.85, $"{found} of {Corpus.SamePhotos.Count}");
        ((double)wrong / Corpus.DifferentPhotos.Count).ShouldBeLessThan(0.001, $"{wrong} of {Corpus.DifferentPhotos.Count}");
    }

    [Fact]
    public void Hashes_six_bits_apart_share_a_band() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 63].Array[0, 6]).Sample((hash, flipped) =>
        {
            var other = flipped.Aggregate(hash, (h, bit) => h ^ (1UL << bit));
            PhotoHashTable.BandsOf(hash).Intersect(PhotoHashTable.BandsOf(other)).ShouldNotBeEmpty();
            PhotoHashTable.Bits(hash).Length.ShouldBe(64);
        });

    [Fact]
    public void A_mirror_in_a_mirror_is_the_thing_itself() =>
        Gen.ULong.Sample(hash => PhotoHash.Mirror(PhotoHash.Mirror(hash)) == hash);

    [Fact]
    public void A_wall_has_nothing_to_be_known_by()
    {
        using var wall = NetVips.Image.Black(300, 200) + 128;
        using var grey = wall.Cast(NetVips.Enums.BandFormat.Uchar).Copy(interpretation: NetVips.Enums.Interpretation.Bw);

        PhotoHash.Of(grey).ShouldBeNull();
    }
}
