using Microsoft.Extensions.Localization;
using Souq.Moderation.Opening;

namespace Souq.Moderation.Subjects;

/// <summary>Words that fit what is judged: a message is not taken off the market. Where nothing is written for its kind, or for all but adverts, an advert's do.</summary>
public sealed class KindText(string kind, IStringLocalizer adverts, IStringLocalizer<SubjectsText> subjects) : IStringLocalizer
{
    private const string Others = "other";

    public LocalizedString this[string name] => this[name, []];

    public LocalizedString this[string name, params object[] arguments] => kind == SubjectKinds.Listing ? adverts[name, arguments]
        : Array.Find([subjects[$"{name}.{kind}", arguments], subjects[$"{name}.{Others}", arguments]], t => !t.ResourceNotFound) ?? adverts[name, arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => adverts.GetAllStrings(includeParentCultures);
}
