using Marten;
using Souq.Kernel;
using Wolverine.Marten;

namespace Souq.Listings.Importing.Files;

/// <summary>A merchant sends a file.</summary>
/// <param name="FileName">As his computer calls it; it may say who he is, and stays out of events.</param>
public sealed record UploadFile(Guid ImportId, Guid ActorId, string FileName, byte[] Content)
{
    public override string ToString() => $"UploadFile {ImportId} of {Content.Length} bytes";
}

/// <summary>What the merchant calls his file. Erased with him.</summary>
public sealed record ImportFileName(Guid Id, Guid SellerId, string Name);

public static class UploadFileHandler
{
    public const int MostLines = 10_000;
    public const int MostColumns = 200;
    public const int MostBytes = 20 * 1024 * 1024;

    public static IStartStream Handle(UploadFile command, IDocumentSession session, TimeProvider time)
    {
        if (command.FileName.Length == 0) throw new RefusedException("Import.NoFile", "file");
        var now = time.GetUtcNow();
        var (header, lines, alphabet) = Read(command.Content);
        session.Store(new ImportFileName(command.ImportId, command.ActorId, Photos.PhotoRefusals.Shown(command.FileName)));
        ImportLines.Add(command.ImportId, command.ActorId, now, lines, session);
        return MartenOps.StartStream<FileImport>(command.ImportId, new FileUploaded(command.ActorId, header, lines.Count, alphabet, now));
    }

    /// <param name="content">More of it than <see cref="MostBytes"/> need not be there.</param>
    /// <exception cref="RefusedException">It is no table, or too large a one.</exception>
    public static (IReadOnlyList<string> Header, IReadOnlyList<SheetLine> Lines, string Alphabet) Read(byte[] content)
    {
        if (content.Length == 0) throw new RefusedException("Import.EmptyFile", "file");
        if (content.Length > MostBytes) throw new RefusedException("Import.FileTooLarge", "file", MostBytes / (1024 * 1024));
        var (text, alphabet) = SheetEncoding.Read(content);
        if (!SheetEncoding.IsText(text)) throw new RefusedException("Import.NotCsv", "file");
        var sheet = Sheet.Open(new StringReader(text));
        if (sheet.Header.Count == 0) throw new RefusedException("Import.EmptyFile", "file");
        if (sheet.Header.Count < 2) throw new RefusedException("Import.OneColumn", "file", PriceCells.Short(sheet.Header[0]));
        if (sheet.Header.Count > MostColumns) throw new RefusedException("Import.TooManyColumns", "file", MostColumns);
        var lines = sheet.Lines.Take(MostLines + 1).ToList();
        if (lines.Count == 0) throw new RefusedException("Import.OnlyHeader", "file");
        if (lines.Count > MostLines) throw new RefusedException("Import.TooManyLines", "file", MostLines);
        return (sheet.Header, lines, alphabet);
    }
}
