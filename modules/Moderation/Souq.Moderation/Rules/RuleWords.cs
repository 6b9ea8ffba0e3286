using System.Globalization;
using Microsoft.Extensions.Localization;
using Souq.Catalog.Contracts;
using Souq.Kernel;
using Souq.Moderation.Queue;
using Souq.Web.Localisation;

namespace Souq.Moderation.Rules;

/// <summary>What rules say and found, in the reader's language.</summary>
public sealed class RuleWords(ICatalog catalog, IStringLocalizer<RulesText> text, IStringLocalizer<QueueText> queue)
{
    /// <summary>What it found, shortly: <c>cigarettes</c>, or <c>500 DA</c>.</summary>
    public string Evidence(RuleKind kind, string evidence) => kind switch
    {
        RuleKind.Words => evidence,
        RuleKind.Price when long.TryParse(evidence, CultureInfo.InvariantCulture, out var dinars) => new Money(dinars).In(Languages.Current),
        RuleKind.Contact => text[$"Evidence.{evidence}"],
        RuleKind.Pace when long.TryParse(evidence, CultureInfo.InvariantCulture, out var count) => text.Count("Evidence.Pace", count),
        RuleKind.Newcomer when long.TryParse(evidence, CultureInfo.InvariantCulture, out var count) => text.Count("Evidence.Newcomer", count),
        _ => "",
    };

    /// <summary>Where it holds.</summary>
    public string Sections(RuleSpec spec) => Sections(spec.Sections);

    public string Sections(IReadOnlyList<int> sections) => sections.Count == 0 ? text["Everywhere"]
        : string.Join(text["Comma"].Value + " ", sections.Select(id => catalog.Current.Section(id)?.Name.In(Languages.Current)).OfType<string>());

    /// <summary>In which languages it holds.</summary>
    public string SpokenIn(RuleSpec spec) => string.Join(text["Comma"].Value + " ", spec.Languages.Select(Language));

    public string Language(string code) => queue[$"Language.{code}"];

    /// <summary>0 to 1 as per cent; a dash where nothing is known.</summary>
    public string Share(double? share) => share is { } known ? text["Percent", Math.Round(known * 100)] : "–";
}
