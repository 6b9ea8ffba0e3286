using System.Diagnostics;

namespace Souq.Integration.Road;

/// <summary>Kills the program the moment its acknowledgement of what was posted has come.</summary>
internal sealed class KillingLine(Func<Process> victim) : DelegatingHandler(RunningProgram.Line())
{
    public bool Armed { get; set; }

    public string? Acknowledged { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (!Armed || request.Method != HttpMethod.Post || response.Headers.Location is not { } sent) return response;
        victim().Kill();
        await victim().WaitForExitAsync(cancellationToken);
        Acknowledged = sent.ToString();
        return response;
    }
}
