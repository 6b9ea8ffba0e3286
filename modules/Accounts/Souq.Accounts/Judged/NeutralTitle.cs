using System.Buffers.Binary;
using System.Globalization;
using System.Resources;
using Souq.Accounts.Stores;
using Souq.Kernel;

namespace Souq.Accounts.Judged;

/// <summary>What a store without a title is called: "Store 418203", in its seller's language, as its title was.</summary>
public static class NeutralTitle
{
    private static readonly ResourceManager Words = new(typeof(StoresText));

    public static string Of(Guid storeId, Language language) =>
        string.Format(CultureInfo.InvariantCulture, Words.GetString("Store.Untitled", language.Culture())!, Number(storeId));

    /// <summary>The address that goes with it.</summary>
    public static string Slug(Guid storeId) => $"store-{storeId.ToString("n")[20..]}";

    // Six digits, always the same of a store: two of them are told apart, and nothing is counted by it.
    private static uint Number(Guid storeId)
    {
        Span<byte> bytes = stackalloc byte[16];
        storeId.TryWriteBytes(bytes);
        return 100_000 + (BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]) % 900_000);
    }
}
