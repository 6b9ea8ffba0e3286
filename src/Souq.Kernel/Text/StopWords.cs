using System.Collections.Frozen;

namespace Souq.Kernel;

/// <summary>Little words that say nothing about a thing; a query does not insist on them, unless it consists of them. Folded.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        ("ال في من عن مع او علي الي و ف ب ل ك هذا هذه " +
        "lil lel el fi men " +
        "de du des la le les l d et en a au aux un une pour avec sur " +
        "the an of in for and with").Split(' '),
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> Leading = FrozenSet.ToFrozenSet(
        "في ب ولايه بلديه a au dans wilaya commune in near".Split(' '), StringComparer.Ordinal);

    public static bool LeadsToPlace(string word) => Leading.Contains(word);

    public static bool Contains(string word) => Words.Contains(word);
}
