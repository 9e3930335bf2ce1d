using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Training.Domain.People;
using Training.Web.Features.Shared;

namespace Training.Web.Hosting;

/// <summary>This action shows the refusal of a national register number at these fields by itself; at any other the page of the product does.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ShowsNationalNumberAtAttribute(params string[] fields) : Attribute
{
    public IReadOnlyList<string> Fields { get; } = fields;
}

/// <summary>
/// Looks for a national register number in whatever is sent: every field of every form, every part of an address, every file name and every
/// text of a JSON body. What holds one never reaches the action, so it is neither kept nor logged; the person gets the text back to correct.
/// </summary>
internal sealed class NationalNumberFilter(IModelMetadataProvider metadata) : IAsyncActionFilter
{
    private const string Token = "__RequestVerificationToken";

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var sent = await SentAsync(context);
        var found = sent.Where(field => NationalNumberDetector.IsIn(field.Value)).ToList();
        var shown = context.ActionDescriptor.EndpointMetadata.OfType<ShowsNationalNumberAtAttribute>().FirstOrDefault()?.Fields ?? [];
        if (found.TrueForAll(field => shown.Contains(field.Name, StringComparer.OrdinalIgnoreCase)))
        {
            await next();
            return;
        }

        context.Result = found.Exists(field => field.Kind == FieldKind.Json)
            ? new UnprocessableEntityObjectResult(new ProblemDetails { Status = StatusCodes.Status422UnprocessableEntity, Title = "A national register number is not accepted here." })
            : Page(context, sent, found);
    }

    private ViewResult Page(ActionExecutingContext context, IReadOnlyList<Field> sent, IReadOnlyList<Field> found)
    {
        var request = context.HttpContext.Request;
        var page = new NationalNumberPage(
            HttpMethods.IsGet(request.Method),
            HttpMethods.IsGet(request.Method) ? request.Path : request.Path + (found.Any(field => field.Kind == FieldKind.Query) ? "" : request.QueryString.Value),
            IsInFileName: found.Any(field => field.Kind == FieldKind.File) || request.HasFormContentType && request.Form.Files.Count > 0,
            [.. found.Where(field => field.Kind is FieldKind.Form or FieldKind.Query).Select(field => (field.Name, field.Value))],
            [.. sent.Except(found).Where(field => field.Kind == (HttpMethods.IsGet(request.Method) ? FieldKind.Query : FieldKind.Form)).Select(field => (field.Name, field.Value))]);
        return new ViewResult
        {
            ViewName = "/Features/Shared/NationalNumber.cshtml",
            StatusCode = StatusCodes.Status422UnprocessableEntity,
            ViewData = new ViewDataDictionary(metadata, context.ModelState) { Model = page },
        };
    }

    private static async Task<List<Field>> SentAsync(ActionExecutingContext context)
    {
        var request = context.HttpContext.Request;
        var sent = request.Query.SelectMany(field => field.Value, (field, value) => new Field(FieldKind.Query, field.Key, value ?? "")).ToList();
        sent.AddRange(context.RouteData.Values.Select(part => new Field(FieldKind.Route, part.Key, part.Value as string ?? "")));
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
            sent.AddRange(form.Where(field => field.Key != Token).SelectMany(field => field.Value, (field, value) => new Field(FieldKind.Form, field.Key, value ?? "")));
            sent.AddRange(form.Files.Select(file => new Field(FieldKind.File, file.Name, file.FileName)));
        }
        else if (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
        {
            sent.AddRange(context.ActionArguments.Where(argument => argument.Value is not (null or CancellationToken or Stream))
                .SelectMany(argument => TextsOf(JsonSerializer.SerializeToElement(argument.Value))).Select(text => new Field(FieldKind.Json, "", text)));
        }

        return sent;
    }

    private static IEnumerable<string> TextsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => TextsOf(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsOf),
        _ => [],
    };

    private enum FieldKind
    {
        Query,
        Route,
        Form,
        File,
        Json,
    }

    private sealed record Field(FieldKind Kind, string Name, string Value);
}
