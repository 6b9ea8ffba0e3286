using Microsoft.AspNetCore.Http;
using Souq.Catalog.Editing;
using Souq.Catalog.Sections;
using Souq.Kernel;

namespace Souq.Catalog.Desk;

/// <summary>A section as typed.</summary>
/// <param name="Kept">Keys of the parent's attributes that are taken over.</param>
public sealed record SectionForm(
    long Version, LocalizedText Name, string Slug, string Icon, string Parent, string Order, string LifeDays, string PhotoLimit,
    string UsualType, IReadOnlyList<string> Types, string UsualPer, IReadOnlyList<string> Pers,
    bool SpeaksMillions, bool TakesAdverts, bool Inherits, IReadOnlyList<string> Kept)
{
    public static SectionForm Read(IFormCollection form) => new(
        long.TryParse(form["version"], out var version) ? version : 0,
        form.Names("name"), form.Text("slug"), form.Text("icon"), form.Text("parent"), form.Text("order"), form.Text("life_days"),
        form.Text("photo_limit"), form.Text("usual_type"), form.Several("price_types"), form.Text("usual_per"), form.Several("price_pers"),
        form.ContainsKey("speaks_millions"), form.ContainsKey("takes_adverts"), form.ContainsKey("inherits"), form.Several("kept"));

    /// <summary>What it is now.</summary>
    public static SectionForm Of(SectionDefinition s, long version, IEnumerable<string> inheritable) => new(
        version, s.Name, s.Slug, s.Icon, s.ParentId is { } parent ? Typed.Plain(parent) : "", Typed.Plain(s.Order), Typed.Plain(s.LifeDays),
        Typed.Plain(s.PhotoLimit), s.PriceTypes[0].ToString(), Names(s.PriceTypes), s.PricePers[0].ToString(), Names(s.PricePers),
        s.SpeaksMillions, s.TakesAdverts, s.Inherits, [.. inheritable.Except(s.Without)]);

    /// <param name="inheritable">Keys of what the parent asks.</param>
    /// <param name="without">What the section does without already, of attributes the page does not show.</param>
    public SectionDraft Draft(IReadOnlyCollection<string> inheritable, IEnumerable<string> without) => new(
        Parent.Length == 0 ? null : Typed.Whole(Parent), Typed.Whole(Order), Slug, Name, Icon, Typed.Whole(LifeDays), Typed.Whole(PhotoLimit),
        Enums<PriceType>(UsualType, Types), Enums<PricePer>(UsualPer, Pers), SpeaksMillions, TakesAdverts, Inherits,
        [.. without.Except(inheritable), .. inheritable.Except(Kept)]);

    // The usual one stands first; without a tick of its own it is meant all the same.
    private static List<T> Enums<T>(string usual, IReadOnlyList<string> ticked) where T : struct, Enum =>
        [.. ticked.Count == 0 ? [] : ticked.Prepend(usual).Distinct().Where(t => Typed.IsOneOf<T>(t, out _)).Select(t => Enum.Parse<T>(t))];

    private static List<string> Names<T>(IReadOnlyList<T> values) where T : struct, Enum => [.. values.Select(v => v.ToString())];
}
