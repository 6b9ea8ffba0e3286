using Souq.Host.Demo.Pictures.Backdrops;
using Souq.Host.Demo.Pictures.Cars;
using Souq.Host.Demo.Pictures.Kit;

namespace Souq.Host.Demo.Pictures;

/// <summary>Draws a thing about the origin, its feet on y = 0.</summary>
internal delegate void Thing(Canvas canvas, Dice dice);

/// <summary>Where kinds of things are photographed. <c>x</c> and <c>y</c> are the spot of the thing that the close-up shows.</summary>
internal static class Settings
{
    public static Draughtsman Car(CarShape shape) => (look, place, view) => CarScenes.Of(shape, look(), place(), view);

    public static Draughtsman Outside(Thing thing, double x, double y, double size = 1) =>
        Shots(thing, null, x, y, size, 785, (_, dice, hour) => Outdoors.Any(dice, hour), 2.2);

    public static Draughtsman Field(Thing thing, double x, double y, double size = 1) =>
        Shots(thing, null, x, y, size, 785, (view, dice, hour) => view == 1 ? c => Outdoors.Desert(c, dice, hour) : c => Outdoors.Hills(c, dice, hour), 2.2);

    public static Draughtsman Floor(Thing thing, double x, double y) =>
        Shots(thing, null, x, y, 1, Indoors.Floor, (_, dice, _) => c => Indoors.Room(c, dice), 1.7);

    public static Draughtsman Tiled(Thing thing, double x, double y, double size) =>
        Shots(thing, null, x, y, size, Indoors.Floor, (_, dice, _) => c => Indoors.Kitchen(c, dice), 1.7);

    public static Draughtsman Desk(Thing thing, double x, double y) => Desk(thing, null, x, y);

    public static Draughtsman Desk(Thing thing, Thing? second, double x, double y) =>
        Shots(thing, second, x, y, 1, 735, (view, dice, _) => view == 1 ? c => Indoors.Studio(c, dice) : c => Indoors.Desk(c, dice), 2);

    public static Draughtsman Hung(Thing thing, double x, double y) =>
        Shots(thing, null, x, y, 1.06, 80, (_, dice, _) => c => Indoors.Studio(c, dice), 1);

    /// <summary>Other pictures for other views, each in its own right.</summary>
    public static Draughtsman Views(params Draughtsman[] each) => (look, place, view) => each[view % each.Length](look, place, view / each.Length);

    public static Draughtsman Room(Thing room) => (look, place, _) =>
    {
        var dice = place();
        return new Scene(c => room(c, dice), _ => { }, 0);
    };

    /// <summary>A view that is the whole picture; further ones come nearer, from the other side, at another hour.</summary>
    public static Draughtsman Open(Action<Canvas, Dice, Hour> view) => (look, place, number) =>
    {
        if (number == 0)
            return Under((dice, hour) => new Scene(_ => { }, c => view(c, dice, hour), 0, hour.Warmth))(look, place, 0);
        var (hour, flip, near) = (Hour.Day(place()), number % 2 == 1, 1.15 + 0.2 * number);
        var (x, y) = ((1 - near) * Canvas.Width * place().Unit(), (1 - near) * Canvas.Height * 0.7);
        return new Scene(_ => { }, c => c.Place(flip ? Canvas.Width - x : x, y, g => view(g, look(), hour), near, flip), 0, hour.Warmth);
    };

    public static Draughtsman Under(Func<Dice, Hour, Scene> scene) => (look, place, view) => scene(look(), Hour.Any(view == 0 ? look() : place()));

    /// <summary>Whole, mirrored in another place, and close up.</summary>
    private static Draughtsman Shots(
        Thing thing, Thing? second, double x, double y, double size, double ground, Func<int, Dice, Hour, Action<Canvas>> where, double blur) => (look, place, view) =>
    {
        var shot = view % 3;
        var hour = Hour.Any(look());
        var backdrop = where(shot, place(), hour);
        var shift = place().Between(-26, 26);
        return shot switch
        {
            0 => new(backdrop, c => c.Place(600 + shift, ground, g => thing(g, look()), size), blur, hour.Warmth),
            1 when second is not null => new(backdrop, c => c.Place(600, ground, g => second(g, look()), size), blur, hour.Warmth),
            1 => new(backdrop, c => c.Place(600 - shift, ground, g => thing(g, look()), size * 0.94, flip: true), blur, hour.Warmth),
            _ => new(backdrop, c => c.Place(600 - x * size * 1.8, 450 - y * size * 1.8, g => thing(g, look()), size * 1.8), blur * 2.4, hour.Warmth),
        };
    };
}
