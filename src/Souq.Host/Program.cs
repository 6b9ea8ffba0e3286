using Souq.Host;
using Souq.Host.Verbs;
using Souq.LocalPostgres;

// Arabic first, whatever the machine speaks: what is written outside a request is written in a language by decision, not by accident.
try
{
    return Verb.Named(args) is { } verb ? await verb.Run(args[1..]) : await Market.Run(args);
}
catch (LocalPostgresException missing)
{
    await Console.Error.WriteLineAsync(missing.Message);
    return 1;
}

/// <summary>Entry point, named so that tests can host it.</summary>
public partial class Program;
