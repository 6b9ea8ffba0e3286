using System.Text;
using Souq.Kernel;
using Souq.Listings.Importing.Files;

namespace Souq.Unit.Listings.Importing;

public sealed class UploadTests
{
    [Theory]
    [InlineData("", "Import.EmptyFile")]
    [InlineData("\r\n", "Import.EmptyFile")]
    [InlineData("Titre\nClio", "Import.OneColumn")]
    [InlineData("Référence;Titre\r\n", "Import.OnlyHeader")]
    [InlineData("Référence;Titre\r\n;\r\n;\r\n", "Import.OnlyHeader")]
    [InlineData("%PDF-1.4;Titre\n1;Clio", "Import.NotCsv")]
    [InlineData("PK\u0003\u0004;b\n1;2", "Import.NotCsv")]
    public void What_is_no_table_is_told_apart(string text, string reason) => Refused(Encoding.UTF8.GetBytes(text)).ShouldBe(reason);

    [Fact]
    public void A_picture_is_no_table() => Refused([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF;x\n1;2"u8]).ShouldBe("Import.NotCsv");

    [Fact]
    public void Ten_thousand_lines_are_taken_and_one_more_is_not()
    {
        var most = "ref;titre\n" + string.Concat(Enumerable.Range(0, UploadFileHandler.MostLines).Select(i => $"{i};Clio\n"));
        var (header, lines, _) = UploadFileHandler.Read(Encoding.UTF8.GetBytes(most));
        header.ShouldBe(["ref", "titre"]);
        (lines.Count, lines[^1].Line).ShouldBe((10_000, 10_001));
        Refused(Encoding.UTF8.GetBytes(most + "x;Clio\n")).ShouldBe("Import.TooManyLines");
    }

    [Fact]
    public void A_file_too_large_is_not_even_read() => Refused(new byte[UploadFileHandler.MostBytes + 1]).ShouldBe("Import.FileTooLarge");

    [Fact]
    public void Columns_have_a_bound() =>
        Refused(Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, 201)) + "\n1;2")).ShouldBe("Import.TooManyColumns");

    private static string Refused(byte[] content) =>
        Should.Throw<RefusedException>(() => UploadFileHandler.Read(content)).Refusals.ShouldHaveSingleItem().Key;
}
