namespace Souq.TestSupport;

/// <summary>For what comes about by itself in a moment.</summary>
public static class Waiting
{
    /// <exception cref="TimeoutException">It did not within 90 seconds.</exception>
    public static async Task Until(Func<Task<bool>> condition)
    {
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            while (!await condition()) await pace.WaitForNextTickAsync(end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            throw new TimeoutException("What was waited for did not come about within 90 seconds.");
        }
    }
}
