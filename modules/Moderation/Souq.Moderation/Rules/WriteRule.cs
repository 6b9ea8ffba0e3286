using System.Globalization;
using Marten;
using Souq.Catalog.Contracts;
using Souq.EventStore;
using Souq.Kernel;
using Souq.Moderation.Deciding;
using Souq.Moderation.Opening;
using Souq.Moderation.Queue;
using Souq.Moderation.Rules.Submitters;
using Souq.Moderation.Staff;
using Wolverine.Runtime.Handlers;

namespace Souq.Moderation.Rules;

/// <summary>A rule as an admin types it; words one in a line.</summary>
public sealed record RuleDraft(string? Name, string? Kind, string? Effect)
{
    public IReadOnlyList<string> Sections { get; init; } = [];
    public IReadOnlyList<string> Languages { get; init; } = [];
    public string? Words { get; init; }
    public string? Except { get; init; }
    public string? Domains { get; init; }
    public string? Networks { get; init; }
    public string? Least { get; init; }
    public string? Most { get; init; }
    public string? Count { get; init; }
    public string? Precision { get; init; }
    public string? ReasonCode { get; init; }

    public static RuleDraft Of(RuleSpec spec) => new(spec.Title, spec.Kind.ToString(), spec.Effect.ToString())
    {
        Sections = [.. spec.Sections.Select(s => s.ToString(CultureInfo.InvariantCulture))],
        Languages = spec.Languages,
        Words = spec.Kind == RuleKind.Words ? string.Join('\n', spec.Words) : null,
        Domains = spec.Kind == RuleKind.MailDomain ? string.Join('\n', spec.Words) : null,
        Networks = spec.Kind == RuleKind.Network ? string.Join('\n', spec.Words) : null,
        Except = string.Join('\n', spec.Except),
        Least = spec.Least?.ToString(CultureInfo.InvariantCulture),
        Most = spec.Most?.ToString(CultureInfo.InvariantCulture),
        Count = spec.Count?.ToString(CultureInfo.InvariantCulture),
        Precision = spec.Precision?.ToString(CultureInfo.InvariantCulture),
        ReasonCode = spec.ReasonCode,
    };
}

/// <summary>An admin writes a rule, or writes it anew. It holds when he puts it in force.</summary>
/// <param name="Revision">What he saw of it; 0 for a new one.</param>
public sealed record WriteRule(Guid RuleId, int Revision, RuleDraft Draft, Guid By) : ISeniorAct;

public static class WriteRuleHandler
{
    public const int LongestName = 80, LongestWord = 80, MostWords = 1_000;

    public const string Clash = "Rule.Clash";

    public static void Configure(HandlerChain chain) => Clashes.DecideAgain(chain);

    public static async Task Handle(WriteRule command, IDocumentSession session, ICatalog catalog, TimeProvider time, CancellationToken cancellation)
    {
        var stream = await session.Events.FetchForWriting<Rule>(command.RuleId, cancellation);
        stream.AppendOne(Decide(stream.Aggregate, command, catalog.Current, time.GetUtcNow()));
    }

    /// <exception cref="RefusedException">Somebody else wrote it meanwhile, or something is missing or makes no sense.</exception>
    public static RuleWritten Decide(Rule? current, WriteRule command, CatalogSnapshot catalog, DateTimeOffset now)
    {
        if ((current?.Revision ?? 0) != command.Revision) throw new RefusedException(Clash);
        return new RuleWritten(Read(command.Draft, catalog) with { Source = current?.Draft.Source }, command.By, now);
    }

    private static RuleSpec Read(RuleDraft draft, CatalogSnapshot catalog)
    {
        var refusals = new List<Refusal>();
        var name = SafeText.Line(draft.Name);
        if (name.Length is 0 or > LongestName) refusals.Add(new("Rule.NameMissing", "name", LongestName));
        if (!Enum.TryParse(draft.Kind, out RuleKind kind) || !Enum.IsDefined(kind)) refusals.Add(new("Rule.KindMissing", "kind"));
        if (!Enum.TryParse(draft.Effect, out RuleEffect effect) || !Enum.IsDefined(effect)) refusals.Add(new("Rule.EffectMissing", "effect"));
        var sections = draft.Sections.Select(s => int.TryParse(s, CultureInfo.InvariantCulture, out var id) ? id : 0).Distinct().Where(id => id != 0).ToList();
        if (sections.Any(s => catalog.Section(s) is null)) refusals.Add(new("Rule.SectionUnknown", "sections"));
        var languages = draft.Languages.Distinct().ToList();
        if (languages.Except(AdvertLanguage.All).Any()) refusals.Add(new("Rule.LanguageUnknown", "languages"));
        var precision = Number(draft.Precision, "precision", refusals);
        if (precision is < RulePrecision.Lowest or > RulePrecision.Highest) refusals.Add(new("Rule.PrecisionOut", "precision", RulePrecision.Lowest, RulePrecision.Highest));
        var (words, except, typed) = (Lines(draft.Words), Lines(draft.Except), Lines(kind == RuleKind.Network ? draft.Networks : draft.Domains));
        var (least, most, count) = (Number(draft.Least, "least", refusals), Number(draft.Most, "most", refusals), Number(draft.Count, "count", refusals));
        if (words.Count > MostWords || except.Count > MostWords || typed.Count > MostWords || words.Concat(except).Concat(typed).Any(w => w.Length > LongestWord))
            refusals.Add(new("Rule.TooManyWords", "words", MostWords, LongestWord));
        if (refusals.Count > 0) throw new RefusedException(refusals);
        // Words that fold to nothing would never be found.
        if (kind == RuleKind.Words && !words.Any(w => ArabicText.Words(w).Count > 0)) refusals.Add(new("Rule.WordsMissing", "words"));
        var submitters = typed.Select(t => (Typed: t, Plain: kind == RuleKind.Network ? SubmitterRules.PlainNetwork(t) : SubmitterRules.PlainDomain(t))).ToList();
        if (kind.IsAboutSubmitter() && (typed.Count == 0 || submitters.Any(s => s.Plain is null)))
            refusals.Add(new(kind == RuleKind.Network ? "Rule.NetworkWrong" : "Rule.DomainWrong", kind == RuleKind.Network ? "networks" : "domains", submitters.FirstOrDefault(s => s.Plain is null).Typed ?? ""));
        if (kind == RuleKind.Price && least is null && most is null) refusals.Add(new("Rule.PriceMissing", "least"));
        if (kind == RuleKind.Price && least > most) refusals.Add(new("Rule.PriceTurned", "most"));
        if (kind is RuleKind.Pace or RuleKind.Newcomer && count is null or < 1 or > 10_000) refusals.Add(new("Rule.CountMissing", "count"));
        if (effect == RuleEffect.Refuse && kind != RuleKind.Words) refusals.Add(new("Rule.RefusesWordsOnly", "effect"));
        var reason = RefusalReasons.Find(draft.ReasonCode, SubjectKinds.Listing);
        if (effect == RuleEffect.Refuse && reason is null or { NeedsWords: true }) refusals.Add(new("Rule.ReasonMissing", "reasonCode"));
        if (refusals.Count > 0) throw new RefusedException(refusals);
        return new RuleSpec(name, kind, effect)
        {
            Sections = sections,
            // All of them is none of them.
            Languages = languages.Count == AdvertLanguage.All.Count ? [] : languages,
            Precision = effect == RuleEffect.Flag ? null : (int?)precision,
            Words = kind == RuleKind.Words ? words : kind.IsAboutSubmitter() ? [.. submitters.Select(s => s.Plain!).Distinct()] : [],
            Except = kind == RuleKind.Words ? except : [],
            Least = kind == RuleKind.Price ? least : null,
            Most = kind == RuleKind.Price ? most : null,
            Count = kind is RuleKind.Pace or RuleKind.Newcomer ? (int?)count : null,
            ReasonCode = effect == RuleEffect.Refuse ? reason!.Code : null,
        };
    }

    private static List<string> Lines(string? text) => [.. (text ?? "").Split('\n').Select(SafeText.Line).Where(l => l.Length > 0).Distinct()];

    private static long? Number(string? text, string field, List<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var digits = ArabicText.Fold(text).Replace(" ", "", StringComparison.Ordinal);
        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        refusals.Add(new("Rule.NotANumber", field));
        return null;
    }
}
