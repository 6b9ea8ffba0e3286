using Microsoft.Extensions.Localization;

namespace Souq.Accounts.Stores;

/// <summary>The sentences for every reason a store is refused: its own, and those about people's names and phones.</summary>
public sealed class StoreRefusals(IStringLocalizer<StoresText> stores, IStringLocalizer<AccountsText> people) : IStringLocalizer
{
    public LocalizedString this[string name] => this[name, []];

    public LocalizedString this[string name, params object[] arguments] =>
        stores[name, arguments] is { ResourceNotFound: false } found ? found : people[name, arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        [.. stores.GetAllStrings(includeParentCultures), .. people.GetAllStrings(includeParentCultures)];
}
