namespace Souq.Unit.Web;

public class StyleSheets
{
    [Fact]
    public void Only_the_files_of_tokens_and_tones_name_colours()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SouqModular.sln")))
            folder = folder.Parent!;
        Directory.EnumerateFiles(Path.Combine(folder.FullName, "src/Souq.Web/Styles"), "*.css")
            .Where(file => Path.GetFileName(file) is not ("00-tokens.css" or "90-tones.css"))
            .SelectMany(file => File.ReadLines(file).Where(line => line.Contains(": #", StringComparison.Ordinal) || line.Contains("rgb(", StringComparison.Ordinal))
                .Select(line => $"{Path.GetFileName(file)}: {line.Trim()}"))
            .ShouldBeEmpty();
    }
}
