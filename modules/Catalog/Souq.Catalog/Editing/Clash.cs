using Souq.Catalog.Choices;
using Souq.Catalog.Sections;
using Souq.Kernel;

namespace Souq.Catalog.Editing;

/// <summary>Two at once: whoever comes second sees first what the other did.</summary>
public static class Clash
{
    private const string Key = "Desk.ChangedMeanwhile";

    /// <exception cref="RefusedException">Somebody has changed it since.</exception>
    public static void MustBe(this CatalogSection section, long version)
    {
        if (section.Version != version) throw new RefusedException(Key);
    }

    /// <exception cref="RefusedException">Somebody has changed it since.</exception>
    public static void MustBe(this CatalogChoiceList list, long version)
    {
        if (list.Version != version) throw new RefusedException(Key);
    }

    public static bool Is(Refusal refusal) => refusal.Key == Key;
}
