using CsCheck;
using Souq.Listings.Comparing;

namespace Souq.Unit.Listings;

public sealed class WordDiffTests
{
    [Fact]
    public void Only_the_words_that_changed_are_marked() =>
        WordDiff.Between("Clio 4 propre, prix ferme", "Clio 4 très propre, prix à discuter").ShouldBe(
        [
            new(DiffKind.Same, "Clio 4"), new(DiffKind.New, "très"), new(DiffKind.Same, "propre, prix"), new(DiffKind.Gone, "ferme"), new(DiffKind.New, "à discuter"),
        ]);

    [Fact]
    public void Texts_that_share_nothing_take_each_others_place() =>
        WordDiff.Between("سيارة", "شقة").ShouldBe([new(DiffKind.Gone, "سيارة"), new(DiffKind.New, "شقة")]);

    [Fact]
    public void Each_side_reads_as_its_own_text() => Gen.Select(Text, Text).Sample((before, after) =>
    {
        var parts = WordDiff.Between(before, after);
        Said(WordDiff.Side(parts, after: false)).ShouldBe(Words(before));
        Said(WordDiff.Side(parts, after: true)).ShouldBe(Words(after));
    });

    [Fact]
    public void Long_texts_are_compared_in_no_time()
    {
        var (before, after) = (string.Join(' ', Enumerable.Range(0, 5_000)), string.Join(' ', Enumerable.Range(1, 5_000).Reverse()));
        Said(WordDiff.Side(WordDiff.Between(before, after), after: true)).ShouldBe(after);
    }

    private static readonly string[] Tokens = ["a", "b", "c", " ", "كليو", "\n"];

    private static Gen<string> Text => Gen.Int[0, 5].Select(i => Tokens[i]).Array[0, 30].Select(words => string.Join(' ', words));

    private static string Said(IEnumerable<DiffPart> parts) => string.Join(' ', parts.Select(p => p.Text));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
