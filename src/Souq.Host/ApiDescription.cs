using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Souq.Web.Api;
using Souq.Web.Security;

namespace Souq.Host;

/// <summary>The description of the API (<c>/openapi/v1.json</c>): tokens, keys, and an example with every operation that has one.</summary>
internal static class ApiDescription
{
    private const string Scheme = "token";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Souq";
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A token made at /desk/tokens: Authorization: Bearer souq_…",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<IAuthorizeData>().Any(a => a.Policy == Principal.ApiPolicy)) Secure(operation, context);
            if (metadata.OfType<ApiExample>().LastOrDefault() is { } example) Show(operation, example);
            return Task.CompletedTask;
        });
    });

    private static void Secure(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Security ??= [];
        operation.Security.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [] });
        if (HttpMethods.IsGet(context.Description.HttpMethod!)) return;
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "Idempotency-Key",
            In = ParameterLocation.Header,
            Description = "1 to 255 characters. For 24 hours the same key with the same request gets the same answer; with another request, 422.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 255 },
        });
    }

    private static void Show(OpenApiOperation operation, ApiExample example)
    {
        if (example.Request is not null && operation.RequestBody?.Content is { } bodies)
            foreach (var body in bodies.Values) body.Example = JsonNode.Parse(example.Request);
        if (example.Response is not null && operation.Responses is { } responses)
            foreach (var (_, answer) in responses.Where(r => r.Key.StartsWith('2')))
                foreach (var body in answer.Content?.Values ?? []) body.Example = JsonNode.Parse(example.Response);
    }
}
