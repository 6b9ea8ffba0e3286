namespace Souq.Benchmarks;

/// <summary>What can be measured, by name. A verb is given the arguments after its name and answers with an exit code: 0 when the goal is met.</summary>
internal sealed class Verbs
{
    private readonly SortedDictionary<string, (string About, Func<string[], Task<int>> Run)> verbs = new(StringComparer.Ordinal);

    public Verbs Add(string name, string about, Func<string[], Task<int>> run)
    {
        verbs.Add(name, (about, run));
        return this;
    }

    public async Task<int> Run(string[] args)
    {
        if (args.Length > 0 && verbs.TryGetValue(args[0], out var verb)) return await verb.Run(args[1..]);
        Console.Error.WriteLine("What is to be measured?");
        foreach (var (name, (about, _)) in verbs) Console.Error.WriteLine($"  {name,-12} {about}");
        return 2;
    }
}
