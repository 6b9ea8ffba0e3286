using Microsoft.Extensions.Localization;
using Souq.Catalog.Contracts;
using Souq.Kernel;

namespace Souq.Accounts.Staff;

/// <summary>What somebody may do, in the reader's language.</summary>
public sealed class StaffWords(ICatalog catalog, IStringLocalizer<StaffText> text)
{
    /// <summary>Names of sections; "all" where there are none.</summary>
    public string Sections(IReadOnlyList<int> sections) => sections.Count == 0 ? text["Sections.All"]
        : string.Join(text["Comma"], sections.Select(id => catalog.Current.Section(id)?.Name.In(Languages.Current) ?? text["Sections.Gone"].Value));

    /// <param name="change">A change of roles or sections.</param>
    /// <returns>When, who decided it (<c>null</c> for the operator), what it was, and its icon.</returns>
    public (DateTimeOffset At, Guid? By, string What, string Icon) Of(object change) => change switch
    {
        RoleGranted e => (e.At, e.ById, text["Given", Role(e.Role)], "plus"),
        RoleWithdrawn e => (e.At, e.ById, text["Taken", Role(e.Role)], "minus"),
        SectionsEntrusted e => (e.At, e.ById, text["Entrusted", Sections(e.Sections)], "layout-grid"),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private string Role(string role) => text[$"Role.{role}"];
}
