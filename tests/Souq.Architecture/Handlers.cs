using System.Reflection;
using Souq.Architecture.Reading;
using Souq.Listings.Contracts;

namespace Souq.Architecture;

/// <summary>What Wolverine and Marten would pass over in silence.</summary>
public class Handlers
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>An internal handler compiles and is never found.</summary>
    [Fact]
    public void Handlers_are_public() => Methods("Handle", "HandleAsync", "Consume", "ConsumeAsync")
        .Where(m => !m.IsPublic || !m.DeclaringType!.IsVisible).Select(Name).ShouldBeEmpty();

    /// <summary>Decisions are pure functions: what they need, they are given.</summary>
    [Fact]
    public void Handlers_are_static() => Methods("Handle", "HandleAsync").Where(m => !m.IsStatic).Select(Name).ShouldBeEmpty();

    /// <summary>An Apply that is not public compiles and is never called.</summary>
    [Fact]
    public void Every_apply_is_public() => Methods("Apply", "ShouldDelete").Where(m => !m.IsPublic).Select(Name).ShouldBeEmpty();

    [Fact]
    public void A_module_has_one_store_of_its_own()
    {
        foreach (var module in Assemblies.Modules)
            module.Written().Where(t => t.IsInterface && t.GetInterfaces().Any(i => i.FullName == "Marten.IDocumentStore"))
                .Select(t => t.Name).ShouldBe([$"I{module.GetName().Name!.Split('.')[1]}Store"]);
    }

    /// <summary>Many adverts at once are told in one fact; a module that only listened to single ones would miss them.</summary>
    [Theory]
    [InlineData(typeof(ListingSubmitted), typeof(ListingsSubmitted))]
    [InlineData(typeof(ListingPublished), typeof(ListingsPublished))]
    [InlineData(typeof(ListingEnded), typeof(ListingsEnded))]
    public void Who_listens_to_one_listens_to_many(Type one, Type many) => Listeners(many).ShouldBe(Listeners(one));

    private static IEnumerable<string> Listeners(Type fact) => Methods("Handle", "HandleAsync")
        .Where(m => m.GetParameters().FirstOrDefault()?.ParameterType == fact).Select(m => m.DeclaringType!.FullName!).Order();

    private static IEnumerable<MethodInfo> Methods(params string[] names) => Assemblies.Modules
        .SelectMany(a => a.Written()).Where(t => t is { IsInterface: false }).SelectMany(t => t.GetMethods(Everything)).Where(m => names.Contains(m.Name));

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
