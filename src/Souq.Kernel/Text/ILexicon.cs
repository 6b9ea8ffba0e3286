namespace Souq.Kernel;

/// <summary>
/// What letters alone do not tell: names that must stay whole, and other words that mean the same (makes and places in the other
/// script, broken plurals, Darija). Supplied by whoever owns such data. All words are given and returned folded.
/// </summary>
public interface ILexicon
{
    /// <summary>Words of a thing that is looked up as one, at most; longer ones are not known here.</summary>
    int LongestPhrase => 1;

    /// <summary>A name, such as وهران: found as it is and never cut at its end.</summary>
    bool IsName(string word);

    /// <summary>It stands in a list as it is: it is not cut down to another word of the lists (شاحنات, trucks, to شاحن, a charger).</summary>
    bool IsListed(string word) => false;

    /// <summary>
    /// What else is asked for with this word, or with these words in this order; single words and phrases, with single spaces between.
    /// Used for queries alone, so that a change needs no new index.
    /// </summary>
    IEnumerable<string> SameAs(string phrase);
}
