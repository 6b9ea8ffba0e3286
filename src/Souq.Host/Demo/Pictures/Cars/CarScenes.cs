using Souq.Host.Demo.Pictures.Backdrops;
using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures.Cars;

/// <summary>How a seller photographs his car: its side, its face, its back, the dashboard, a wheel.</summary>
internal static class CarScenes
{
    public static Scene Of(CarShape shape, Dice look, Dice place, int view)
    {
        var car = CarLook.Any(look, shape);
        var hour = Hour.Any(look);
        var backdrop = Outdoors.Any(place, hour);
        var flip = place.Chance(0.5);
        var x = flip ? 1092 : 108;
        return (view % 5) switch
        {
            0 => new(backdrop, c => c.Place(x, 396, g => CarSide.Draw(g, car), 0.984, flip), 2.2, hour.Warmth),
            1 => new(backdrop, c => c.Place(600, 355, g => CarFace.Front(g, car), 1.12), 2.6, hour.Warmth),
            2 => new(backdrop, c => c.Place(600, 355, g => CarFace.Rear(g, car), 1.12), 2.6, hour.Warmth),
            3 => new(backdrop, c => Cockpit.Draw(c, look), 4, hour.Warmth),
            _ => new(backdrop, c => c.Place(flip ? 1200 : 0, -130, g => CarSide.Draw(g, car), 2.3, flip), 5, hour.Warmth),
        };
    }
}
