using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Souq.Unit.Web;

public partial class IconsInTheSprite
{
    [Fact]
    public void Every_icon_a_page_names_is_drawn()
    {
        var root = Root();
        var drawn = XDocument.Load(Path.Combine(root, "src/Souq.Web/wwwroot/icons.svg")).Root!.Elements()
            .Select(e => (string?)e.Attribute("id")).ToHashSet();
        var named = new[] { "src", "modules" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.razor", SearchOption.AllDirectories))
            .SelectMany(file => IconName().Matches(File.ReadAllText(file)).Select(m => (File: Path.GetFileName(file), Icon: m.Groups[1].Value)));
        var inData = Directory.EnumerateFiles(Path.Combine(root, "modules"), "*.json", SearchOption.AllDirectories)
            .SelectMany(file => IconInData().Matches(File.ReadAllText(file)).Select(m => (File: Path.GetFileName(file), Icon: m.Groups[1].Value)));
        named.Concat(inData).Where(n => !drawn.Contains(n.Icon)).ShouldBeEmpty();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SouqModular.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex("(?:<Icon Name|\\bIcon)=\"([a-z0-9-]+)\"")]
    private static partial Regex IconName();

    [GeneratedRegex("\"icon\":\\s*\"([a-z0-9-]+)\"")]
    private static partial Regex IconInData();
}
