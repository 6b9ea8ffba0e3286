using System.Security.Cryptography;
using System.Text;

namespace Souq.Accounts.Stores;

/// <summary>A slug that is or was a store's: nobody else will ever have it, so that an old link never leads to a stranger.</summary>
/// <param name="Id">The slug; after its seller was forgotten, a hash of it.</param>
public sealed record TakenSlug(string Id, Guid StoreId)
{
    public static string Forgotten(string slug) => "#" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(slug)));
}
