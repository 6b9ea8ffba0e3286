using Marten;

namespace Souq.Moderation.Undoing;

internal static class UndoingRegistration
{
    public static void AddUndoing(this StoreOptions options) => options.Schema.For<Intention>().Duplicate(i => i.Until).Index(i => i.SellerId);
}
