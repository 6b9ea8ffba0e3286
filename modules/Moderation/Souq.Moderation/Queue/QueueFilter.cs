using System.Globalization;
using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Souq.Catalog.Contracts;

namespace Souq.Moderation.Queue;

/// <summary>What a moderator wants of the queue, as it stands in the address.</summary>
/// <param name="Kind">Of the subject.</param>
/// <param name="Section">With all below it.</param>
/// <param name="Language">One of <see cref="AdvertLanguage"/>.</param>
/// <param name="Wait">Hours it waits at least.</param>
public sealed record QueueFilter(string? Kind = null, Section? Section = null, string? Language = null, int? Wait = null, RiskGrade? Risk = null)
{
    public static readonly QueueFilter None = new();

    /// <summary>The waits one can ask for.</summary>
    public static IReadOnlyList<int> Waits { get; } = [1, 6, 24, 72];

    public int Count => new object?[] { Kind, Section, Language, Wait, Risk }.Count(f => f is not null);

    /// <summary>What it does not understand it leaves out.</summary>
    public static QueueFilter Read(IQueryCollection query, CatalogSnapshot catalog) => new(
        query["kind"].ToString() is { Length: > 0 and <= 30 } kind && kind.All(char.IsAsciiLetterLower) ? kind : null,
        catalog.Section(query["section"].ToString()),
        AdvertLanguage.All.FirstOrDefault(l => l == query["language"]),
        Waits.Cast<int?>().FirstOrDefault(w => w!.Value.ToString(CultureInfo.InvariantCulture) == query["wait"]),
        Enum.GetValues<RiskGrade>().Cast<RiskGrade?>().FirstOrDefault(g => NameOf(g!.Value) == query["risk"]));

    /// <summary>An address with this filter in it.</summary>
    public string In(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["kind"] = Kind,
        ["section"] = Section?.Slug,
        ["language"] = Language,
        ["wait"] = Wait?.ToString(CultureInfo.InvariantCulture),
        ["risk"] = Risk is { } risk ? NameOf(risk) : null,
    }.Where(p => p.Value is not null));

    public IQueryable<QueueItem> Of(IQueryable<QueueItem> items, CatalogSnapshot catalog, DateTimeOffset now)
    {
        if (Kind is { } kind) items = items.Where(i => i.SubjectKind == kind);
        if (Section is { } section)
        {
            var ids = catalog.Sections.Where(s => s.Path.Contains(section.Id)).Select(s => s.Id).ToArray();
            items = items.Where(i => i.SectionId.IsOneOf(ids));
        }

        if (Language is { } language) items = items.Where(i => i.Language == language);
        if (Wait is { } wait)
        {
            var since = now - TimeSpan.FromHours(wait);
            items = items.Where(i => i.Since <= since);
        }

        if (Risk is { } risk) items = items.Where(i => i.Grade == risk);
        return items;
    }

    public static string NameOf(RiskGrade grade) => grade switch { RiskGrade.High => "high", RiskGrade.Middle => "middle", _ => "low" };
}
