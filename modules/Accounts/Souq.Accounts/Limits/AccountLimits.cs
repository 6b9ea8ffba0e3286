namespace Souq.Accounts.Limits;

/// <summary>
/// How often is often enough. Many homes share one address of their operator here, so what counts by network is generous; what counts by
/// e-mail address is not.
/// </summary>
public static class AccountLimits
{
    /// <summary>As many as the wrong tries after which an account is locked, so that an address without an account answers the same.</summary>
    public static readonly Limit SignInAddress = new("signin.address", 5, TimeSpan.FromMinutes(15));

    public static readonly Limit SignInNetwork = new("signin.network", 60, TimeSpan.FromMinutes(15));
    public static readonly Limit SignUpNetwork = new("signup.network", 20, TimeSpan.FromHours(1));

    /// <summary>Letters somebody can have sent to one address.</summary>
    public static readonly Limit LettersAddress = new("letters.address", 4, TimeSpan.FromHours(1));

    public static readonly Limit LettersNetwork = new("letters.network", 20, TimeSpan.FromHours(1));
    public static readonly Limit PhonesNetwork = new("phones.network", 30, TimeSpan.FromHours(1));

    /// <summary>Bearer tokens that nobody has: no guess would ever hit, and guessing costs us a look into the database.</summary>
    public static readonly Limit WrongTokens = new("tokens.network", 60, TimeSpan.FromMinutes(15));
}
