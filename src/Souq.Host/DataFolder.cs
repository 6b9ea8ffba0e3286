namespace Souq.Host;

/// <summary>The folder of everything that is not in the database or is the private database: <c>SOUQ_DATA</c>, default <c>.local/</c>.</summary>
internal static class DataFolder
{
    public static string Of(IConfiguration configuration) =>
        Path.GetFullPath(configuration["SOUQ_DATA"] is { Length: > 0 } given ? given : ".local");
}
