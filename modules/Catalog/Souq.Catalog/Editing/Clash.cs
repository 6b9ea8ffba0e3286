using Souq.Catalog.Choices;
using Souq.Catalog.Sections;
using Souq.Kernel;

namespace Souq.Catalog.Editing;

/// <summary>
/// Two at once: whoever comes second sees first what the other did. Commands call the version <c>Seen</c>: one called <c>Version</c> would
/// be checked on the way to the handler, as an error and not as an answer.
/// </summary>
public static class Clash
{
    private const string Key = "Desk.ChangedMeanwhile";

    /// <exception cref="RefusedException">Somebody has changed it since.</exception>
    public static void MustBe(this CatalogSection section, long seen)
    {
        if (section.Version != seen) throw new RefusedException(Key);
    }

    /// <exception cref="RefusedException">Somebody has changed it since.</exception>
    public static void MustBe(this CatalogChoiceList list, long seen)
    {
        if (list.Version != seen) throw new RefusedException(Key);
    }

    public static bool Is(Refusal refusal) => refusal.Key == Key;
}
