namespace Souq.Host.Demo.Pictures.Kit;

/// <summary>What a picture shows: a place, a little out of focus as behind a lens, and the thing in front of it.</summary>
/// <param name="Place">Covers the whole canvas.</param>
/// <param name="Thing">Drawn sharp, over it.</param>
/// <param name="Blur">How far out of focus the place is; 0 is sharp.</param>
/// <param name="Warmth">−1 blue evening … 0 noon … 1 golden hour.</param>
internal sealed record Scene(Action<Canvas> Place, Action<Canvas> Thing, double Blur = 3, double Warmth = 0.3);
