using Microsoft.Extensions.Hosting;
using MimeKit;
using Souq.Kernel;
using Souq.Mail.Posting;

namespace Souq.Mail.Mailbox;

/// <summary>The letters in the folder of a development machine, newest first. Anywhere else there is no such thing.</summary>
public sealed class PostedLetters(FolderCarrier carrier, IHostEnvironment environment)
{
    private const int Shown = 200;

    /// <exception cref="NotFoundException">This is no development machine.</exception>
    public async Task<IReadOnlyList<(string Name, MimeMessage Message)>> List(CancellationToken cancellation)
    {
        var folder = Folder();
        if (!Directory.Exists(folder)) return [];
        List<(string, MimeMessage)> letters = [];
        foreach (var file in Directory.GetFiles(folder, "*.eml").OrderDescending(StringComparer.Ordinal).Take(Shown))
            letters.Add((Path.GetFileNameWithoutExtension(file), await MimeMessage.LoadAsync(file, cancellation)));
        return letters;
    }

    /// <exception cref="NotFoundException">There is no such letter.</exception>
    public async Task<MimeMessage> Read(string name, CancellationToken cancellation)
    {
        var file = Path.Combine(Folder(), name + ".eml");
        return name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && File.Exists(file)
            ? await MimeMessage.LoadAsync(file, cancellation)
            : throw new NotFoundException("The letter");
    }

    private string Folder() => environment.IsDevelopment() ? carrier.Folder : throw new NotFoundException("The mailbox");
}
