using Souq.Accounts.Demo;

namespace Souq.Integration.Moderation;

/// <summary>A market without cases, and a moderator who is signed in.</summary>
public abstract class AtTheConsole(ModerationMarket market) : IAsyncLifetime
{
    protected ModerationMarket Market { get; } = market;

    private protected Browser Karim { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Market.Empty();
        Karim = await Browser.SignIn(Market, DemoPeople.Moderator);
    }

    public ValueTask DisposeAsync()
    {
        Karim.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
