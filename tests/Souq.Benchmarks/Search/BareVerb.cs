using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Souq.Benchmarks.Search;

/// <summary>A page of so many bytes, as cards of nothing.</summary>
public sealed class BarePage : ComponentBase
{
    private const int Card = 250;

    [Parameter] public int Size { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.AddMarkupContent(0, "<!doctype html><html lang=\"en\"><head><title>Bare</title></head><body>");
        for (var i = 0; i < Size / Card; i++)
        {
            builder.OpenElement(1, "article");
            builder.AddAttribute(2, "class", "card");
            builder.OpenElement(3, "a");
            builder.AddAttribute(4, "href", "l/" + i.ToString(CultureInfo.InvariantCulture));
            builder.OpenElement(5, "h3");
            builder.AddContent(6, "A thing that somebody offers, with its name and some words");
            builder.CloseElement();
            builder.CloseElement();
            builder.OpenElement(7, "p");
            builder.AddAttribute(8, "class", "price");
            builder.AddContent(9, i);
            builder.CloseElement();
            builder.OpenElement(10, "p");
            builder.AddContent(11, "Somewhere, some hours ago, by somebody who wrote a line about it that goes on");
            builder.CloseElement();
            builder.CloseElement();
        }

        builder.AddMarkupContent(12, "</body></html>");
    }
}

/// <summary>Serves <see cref="BarePage"/> with nothing around it: <c>bare SIZE --urls URL</c>.</summary>
internal static class BareVerb
{
    public static async Task<int> Run(string[] args)
    {
        var size = int.Parse(args[0], CultureInfo.InvariantCulture);
        var builder = WebApplication.CreateBuilder(args[1..]);
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        await using var app = builder.Build();
        app.MapGet("/", () => new RazorComponentResult<BarePage>(new { Size = size }));
        await app.RunAsync();
        return 0;
    }
}
