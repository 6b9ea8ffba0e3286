namespace Souq.Kernel;

/// <summary>
/// What letters alone do not tell: names that must stay whole, and other words that mean the same (makes and places in the other
/// script, broken plurals, Darija). Supplied by whoever owns such data. All words are given and returned folded.
/// </summary>
public interface ILexicon
{
    /// <summary>A name, such as وهران: found as it is and never stemmed.</summary>
    bool IsName(string word);

    /// <summary>Other single words this one also asks for; used for queries alone, so that a change needs no new index.</summary>
    IEnumerable<string> SameAs(string word);
}
