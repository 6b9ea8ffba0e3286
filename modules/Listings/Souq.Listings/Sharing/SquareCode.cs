using System.Globalization;
using System.Text;
using QRCoder;

namespace Souq.Listings.Sharing;

/// <summary>An address as a QR code: a square of modules, the quiet zone around it included.</summary>
public sealed class SquareCode
{
    private readonly IReadOnlyList<System.Collections.BitArray> modules;

    /// <summary>Medium correction: paper on a wall gets wet and torn, and the address is short.</summary>
    public SquareCode(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        modules = [.. data.ModuleMatrix.Select(row => new System.Collections.BitArray(row))];
    }

    /// <summary>Modules of a side.</summary>
    public int Side => modules.Count;

    public bool IsDark(int x, int y) => modules[y][x];

    /// <summary>The dark modules as one SVG path; what stands side by side in a row is one rectangle.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                if (!IsDark(x, y)) continue;
                var from = x;
                while (x + 1 < Side && IsDark(x + 1, y)) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1H{from}z");
            }
        }

        return path.ToString();
    }
}
