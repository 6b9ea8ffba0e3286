using Souq.Host.Demo.Pictures.Animals;
using Souq.Host.Demo.Pictures.Backdrops;
using Souq.Host.Demo.Pictures.Cars;
using Souq.Host.Demo.Pictures.Children;
using Souq.Host.Demo.Pictures.Clothes;
using Souq.Host.Demo.Pictures.Electronics;
using Souq.Host.Demo.Pictures.Home;
using Souq.Host.Demo.Pictures.Kit;
using Souq.Host.Demo.Pictures.Leisure;
using Souq.Host.Demo.Pictures.Property;
using Souq.Host.Demo.Pictures.Various;
using Souq.Host.Demo.Pictures.Work;
using static Souq.Host.Demo.Pictures.Settings;

namespace Souq.Host.Demo.Pictures;

/// <param name="look">Decides what the thing is like: the same for every view of it.</param>
/// <param name="place">Decides where it stands: another for every view.</param>
internal delegate Scene Draughtsman(Func<Dice> look, Func<Dice> place, int view);

/// <summary>Everything that can be drawn, by name.</summary>
internal static class Kinds
{
    public static IReadOnlyDictionary<string, Draughtsman> All { get; } = new Dictionary<string, Draughtsman>
    {
        ["hatchback"] = Car(CarShapes.Hatchback),
        ["sedan"] = Car(CarShapes.Sedan),
        ["suv"] = Car(CarShapes.Suv),
        ["pickup"] = Car(CarShapes.Pickup),
        ["van"] = Car(CarShapes.Van),
        ["truck"] = Outside(Truck.Draw, -370, -300),
        ["motorcycle"] = Outside(Motorcycle.Draw, -60, -380),
        ["scooter"] = Outside(Scooter.Draw, -180, -400),
        ["parts"] = Floor(Parts.Draw, -260, -260),
        ["apartment"] = Views(
            Under((d, h) => new(d.Pick<Action<Canvas>>(c => Street.Draw(c, d, h), c => Outdoors.Coast(c, d, h), c => Outdoors.Hills(c, d, h)), c => c.Place(580, 770, g => Block.Draw(g, d, h.Evening)), 3, h.Warmth)),
            Room(Rooms.Living), Room(Rooms.Cooking), Room(Rooms.Bedroom)),
        ["villa"] = Views(
            Under((d, h) => new(c => Outdoors.Hills(c, d, h), c => c.Place(570, 742, g => Villa.Draw(g, d, h), 1.02), 3, h.Warmth)),
            Room(Rooms.Living), Room(Rooms.Bedroom), Room(Rooms.Cooking)),
        ["land"] = Open(Places.Land),
        ["shop"] = Open(Places.Shop),
        ["beach"] = Views(Open(Beach.Draw), Room(Rooms.Bedroom), Room(Rooms.Living)),
        ["room"] = Views(Room(Rooms.Living), Room(Rooms.Bedroom), Room(Rooms.Cooking)),
        ["phone"] = Desk(Phones.Pair, Phones.WithBox, -160, -520),
        ["tablet"] = Desk(Phones.Tablet, -200, -340),
        ["television"] = Floor(Screens.Television, -180, -520),
        ["console"] = Desk(Gadgets.Console, 180, -160),
        ["headphones"] = Desk(Gadgets.Headphones, 160, -220),
        ["camera"] = Desk(Gadgets.Camera, 20, -190),
        ["watch"] = Desk(Leather.Watch, 0, -300),
        ["shirt"] = Hung(Hanging.Shirt, 0, 200),
        ["dress"] = Hung(Hanging.Dress, 0, 560),
        ["shoes"] = Desk(Leather.Trainers, -120, -190),
        ["heels"] = Desk(Leather.Heels, -150, -140),
        ["bag"] = Desk(Leather.Bag, 0, -260),
        ["laptop"] = Desk(Screens.Laptop, 0, -170),
        ["computer"] = Desk(Gadgets.Tower, -220, -340),
        ["screen"] = Desk(Screens.Monitor, 0, -300),
        ["office"] = Floor(Office.Draw, -60, -400),
        ["sofa"] = Floor(Sofa.Draw, -250, -240),
        ["salon"] = Floor(Appliances.Salon, -180, -260),
        ["fridge"] = Tiled(Fridge.Draw, 0, -500, 0.98),
        ["washer"] = Tiled(Fridge.Washer, 0, -260, 1.15),
        ["aircon"] = Floor(Appliances.AirConditioner, -100, -430),
        ["sewing-machine"] = Desk(Appliances.SewingMachine, -220, -240),
        ["table"] = Floor(Tables.Dining, 60, -280),
        ["wardrobe"] = Floor(Tables.Wardrobe, -100, -360),
        ["drill"] = Desk(Tools.Drill, 60, -420),
        ["toolbox"] = Floor(Tools.Toolbox, -160, -300),
        ["paint"] = Floor(Tools.Paint, 80, -260),
        ["box"] = Floor(Tools.Boxes, -100, -260),
        ["bicycle"] = Outside(Bicycle.Draw, 0, -300),
        ["guitar"] = Floor(Pastime.Guitar, 30, -240),
        ["books"] = Desk(Pastime.Books, 180, -240),
        ["tent"] = Field(Pastime.Tent, -60, -220, 0.88),
        ["ball"] = Field(Pastime.Ball, 0, -260, 0.8),
        ["pram"] = Floor(Nursery.Pram, -100, -420),
        ["toys"] = Floor(Nursery.Toys, -150, -360),
        ["sheep"] = Field(Sheep.Draw, -200, -380),
        ["horse"] = Field(Horse.Draw, -300, -520),
        ["cat"] = Floor(Cat.Draw, 0, -420),
        ["bird"] = Desk(Birds.Pair, -150, -420),
        ["jars"] = Desk(Pottery.Jars, -180, -280),
        ["tea"] = Desk(Pottery.TeaSet, -40, -280),
    };
}
