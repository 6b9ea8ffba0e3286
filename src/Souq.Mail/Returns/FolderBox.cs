using Microsoft.Extensions.Configuration;
using MimeKit;

namespace Souq.Mail.Returns;

/// <summary>Files in <c>$SOUQ_DATA/returns</c>; what has been read lies in <c>read</c> below it, what is no message in <c>broken</c>.</summary>
public sealed class FolderBox(IConfiguration configuration) : IReturnsBox
{
    public string Folder { get; } = Path.Combine(Path.GetFullPath(configuration["SOUQ_DATA"] is { Length: > 0 } data ? data : ".local"), "returns");

    public async Task ReadAll(Func<MimeMessage, CancellationToken, Task> read, CancellationToken cancellation)
    {
        if (!Directory.Exists(Folder)) return;
        foreach (var file in Directory.GetFiles(Folder, "*.eml").Order(StringComparer.Ordinal))
        {
            var aside = "read";
            try
            {
                await read(await MimeMessage.LoadAsync(file, cancellation), cancellation);
            }
            catch (FormatException)
            {
                aside = "broken";
            }

            Directory.CreateDirectory(Path.Combine(Folder, aside));
            File.Move(file, Path.Combine(Folder, aside, Path.GetFileName(file)), overwrite: true);
        }
    }
}
