using System.Globalization;
using Souq.Kernel;
using Souq.Moderation.Opening;

namespace Souq.Moderation.Rules;

/// <summary>One revision of a rule, made ready to be asked about many adverts.</summary>
public sealed class RuleMatcher
{
    public const string Phone = "phone", Link = "link";

    private readonly RuleSpec spec;
    private readonly Dictionary<string, string> words = [];
    private readonly Phrases phrases, exceptions;

    public RuleMatcher(RuleSpec spec)
    {
        this.spec = spec;
        if (spec.Kind != RuleKind.Words) spec = spec with { Words = [], Except = [] };
        var folded = spec.Words.Select(word => (word, Folded: ArabicText.Words(word))).Where(w => w.Folded.Count > 0).ToList();
        foreach (var (word, alone) in folded.Where(w => w.Folded.Count == 1))
            foreach (var form in ArabicText.KnownBy(alone[0])) words.TryAdd(form, word);
        phrases = new Phrases(folded.Where(w => w.Folded.Count > 1));
        exceptions = new Phrases(spec.Except.Select(word => (word, ArabicText.Words(word))).Where(w => w.Item2.Count > 0));
    }

    /// <summary>A text none of whose words means one of these has nothing a rule of words could find.</summary>
    public IEnumerable<string> Triggers => words.Keys.Concat(phrases.FirstWords);

    /// <param name="noted">A rule about who hands an advert in means him.</param>
    /// <returns>What it found, for a moderator to see; <c>null</c> when it has nothing to say.</returns>
    public string? Evidence(RuleInput input, bool noted = false)
    {
        if (spec.Sections.Count > 0 && !input.Sections.Any(spec.Sections.Contains)) return null;
        if (spec.Languages.Count > 0 && !spec.Languages.Contains(input.Language)) return null;
        return spec.Kind switch
        {
            RuleKind.Words => Found(input.Words),
            RuleKind.Price => input.Price.Dinars is { } dinars && (dinars < spec.Least || dinars > spec.Most) ? Number(dinars) : null,
            RuleKind.Contact => TitleSigns.HasPhone(input.Text) ? Phone : TitleSigns.HasLink(input.Text) ? Link : null,
            RuleKind.Pace => input.InHour >= spec.Count ? Number(input.InHour) : null,
            RuleKind.Newcomer => input.Approved < spec.Count ? Number(input.Approved) : null,
            RuleKind.MailDomain or RuleKind.Network => noted ? "" : null,
            RuleKind.SamePhotos => input.SamePhotos ? "" : null,
            _ => null,
        };
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string? Found(IReadOnlyList<string> text)
    {
        var (allowed, found) = (new bool[text.Count], new List<string>());
        for (var i = 0; i < text.Count; i++)
            if (exceptions.At(text, i) is { } exception) Array.Fill(allowed, true, i, exception.Length);
        for (var i = 0; i < text.Count; i++)
        {
            if (allowed[i]) continue;
            if ((phrases.At(text, i)?.Name ?? Meant(text[i])) is { } name && !found.Contains(name)) found.Add(name);
        }

        return found.Count == 0 ? null : string.Join(" · ", found);
    }

    /// <summary>The rule's word that a word of the text means.</summary>
    private string? Meant(string word)
    {
        foreach (var meaning in Meanings.Of(word))
            if (words.TryGetValue(meaning, out var name)) return name;
        return null;
    }

    private sealed class Phrases(IEnumerable<(string Name, IReadOnlyList<string> Words)> all)
    {
        private readonly ILookup<string, (string Name, IReadOnlyList<string> Words)> byFirst = all.OrderByDescending(p => p.Words.Count).ToLookup(p => p.Words[0]);

        public IEnumerable<string> FirstWords => byFirst.Select(p => p.Key);

        /// <summary>The longest that begins at this word.</summary>
        public (string Name, int Length)? At(IReadOnlyList<string> text, int at)
        {
            foreach (var (name, words) in byFirst[text[at]])
                if (words.Count <= text.Count - at && words.Select((word, i) => text[at + i] == word).All(same => same)) return (name, words.Count);
            return null;
        }
    }
}
