using System.Reflection;
using Microsoft.AspNetCore.Components;
using Souq.Architecture.Reading;

namespace Souq.Architecture;

/// <summary>
/// A component is given what it has: the compiler takes any name, and the page is a fault only when somebody opens it in the state that shows it.
/// </summary>
public class PartRules
{
    private static readonly ILookup<string, Type> Parts = Assemblies.All.SelectMany(a => a.Written())
        .Where(t => typeof(IComponent).IsAssignableFrom(t) && !t.IsAbstract).ToLookup(t => t.Name.Split('`')[0]);

    [Fact]
    public void Pages_give_components_only_what_they_have()
    {
        var used = Repository.Product(".razor").SelectMany(UsedPart.In).Where(u => Parts.Contains(u.Name)).ToList();
        used.Count.ShouldBeGreaterThan(300);
        used.SelectMany(u => Unknown(u).Select(name => $"{u.Where} {name}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<Badge Badge=\"@(new(T[\"A > B\"]))\" Kind=\"x\" />", "Badge")]
    [InlineData("<Badge Text=\"@T[\"Age\", Formats.Of(\"a\")]\" @key=\"x\" Icon=\"clock\">Tone=\"no\"</Badge>", "")]
    [InlineData("<Badge kind=\"@(a > b ? \"(\" : \"\")\" Tone=@x>", "Tone")]
    [InlineData("<TextField Name=\"a\" autocomplete=\"off\" data-x />", "")]
    public void What_a_component_has_not_is_found(string page, string wrong) =>
        string.Join(' ', UsedPart.In(new SourceFile("page.razor", "") { Text = page }).SelectMany(Unknown)).ShouldBe(wrong);

    private static IEnumerable<string> Unknown(UsedPart used) => used.Given.Where(name => !Parts[used.Name].Any(part => Takes(part, name)));

    private static bool Takes(Type part, string name)
    {
        var parameters = part.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(p => (p.Name, Of: p.GetCustomAttribute<ParameterAttribute>())).Where(p => p.Of is not null).ToList();
        return parameters.Exists(p => p.Of!.CaptureUnmatchedValues || string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
            || (name == "Context" && part.GetProperties().Any(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(RenderFragment<>)))
            || part.GetGenericArguments().Any(g => g.Name == name);
    }
}
