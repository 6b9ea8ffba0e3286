using Microsoft.Extensions.Localization;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Digests.Subscribing;

/// <summary>A topic as people call it: <c>سيارات · وهران</c>.</summary>
public static class TopicText
{
    public static string Of(DigestTopic topic, CatalogSnapshot catalog, IStringLocalizer<DigestsText> text)
    {
        var language = Languages.Current;
        var section = topic.SectionId is { } id ? catalog.Section(id)?.Name.In(language) : null;
        var place = topic.Commune is { } commune ? catalog.Territory.Commune(commune)?.Name.In(language)
            : topic.Wilaya is { } wilaya ? catalog.Territory.Wilaya(wilaya)?.Name.In(language) : null;
        return $"{section ?? text["Topic.AllSections"]} · {place ?? text["Topic.WholeCountry"]}";
    }

    /// <summary>The page of results that shows what the topic covers.</summary>
    public static string SearchAddress(DigestTopic topic, CatalogSnapshot catalog) => "search" + Query(topic, catalog);

    /// <summary>The form, filled with the topic.</summary>
    public static string SubscribeAddress(DigestTopic topic, CatalogSnapshot catalog) => "alerts/new" + Query(topic, catalog);

    private static string Query(DigestTopic topic, CatalogSnapshot catalog)
    {
        string?[] parts =
        [
            topic.SectionId is { } id && catalog.Section(id) is { } section ? $"section={section.Slug}" : null,
            topic.Wilaya is { } wilaya ? $"wilaya={wilaya}" : null,
            topic.Commune is { } commune ? $"commune={commune}" : null,
        ];
        var query = string.Join('&', parts.Where(p => p is not null));
        return query.Length == 0 ? "" : "?" + query;
    }
}
