using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Souq.LocalPostgres;

/// <summary>What a private cluster keeps on disk, all below <c>postgres/</c> of the data folder.</summary>
internal sealed class ClusterFolder
{
    public ClusterFolder(string dataFolder)
    {
        Root = Path.Combine(Path.GetFullPath(dataFolder), "postgres");
        Directory.CreateDirectory(Root);
    }

    public string Root { get; }

    public string Data => Path.Combine(Root, "data");

    /// <summary>Filled by initdb and then renamed, so that an interrupted initdb never looks like a cluster.</summary>
    public string Unfinished => Path.Combine(Root, "data.new");

    public string Log => Path.Combine(Data, "server.log");

    /// <summary>Held while somebody starts or stops the server.</summary>
    public string StartingLock => Path.Combine(Root, "starting.lock");

    /// <summary>Held, shared, by every process that uses the server.</summary>
    public string UsersLock => Path.Combine(Root, "users.lock");

    private string PasswordFile => Path.Combine(Root, "password");

    private string PortFile => Path.Combine(Root, "port");

    /// <summary>Major version of the data, null where there is none yet.</summary>
    public int? Major
    {
        get
        {
            var file = Path.Combine(Data, "PG_VERSION");
            return File.Exists(file) ? int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture) : null;
        }
    }

    public int? Port
    {
        get => File.Exists(PortFile) && int.TryParse(File.ReadAllText(PortFile), CultureInfo.InvariantCulture, out var port) ? port : null;
        set => File.WriteAllText(PortFile, value?.ToString(CultureInfo.InvariantCulture));
    }

    public string Settings
    {
        set
        {
            var file = Path.Combine(Data, "postgresql.conf");
            // Never written through: the folder may belong to a lesser user, and we may be root.
            File.Delete(file);
            File.WriteAllText(file, value);
        }
    }


    public string NewPassword()
    {
        var password = RandomNumberGenerator.GetHexString(32, lowercase: true);
        File.Delete(PasswordFile);
        WriteSecret(PasswordFile, password);
        return password;
    }

    public string ConnectionString(int port, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Database = database,
        Username = "souq",
        Password = File.ReadAllText(PasswordFile),
        SslMode = SslMode.Disable,
    }.ConnectionString;

    public static void WriteSecret(string file, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(secret);
    }
}
