using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Training.Domain.People;
using Training.Web.Access;

namespace Training.Web.Hosting;

/// <summary>This action shows a part of the file of the person whose id it takes: whoever the file is about will see that it was read.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordsReadingAttribute(FilePart part, string parameter) : Attribute, IAsyncActionFilter
{
    public FilePart Part => part;

    public string Parameter => parameter;

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var done = await next();
        if (done is not { Exception: null, Result: ViewResult } || !context.ActionArguments.TryGetValue(parameter, out var argument) || argument is not Guid id)
            return;

        var services = context.HttpContext.RequestServices;
        await services.GetRequiredService<RecordReading>().HandleAsync(
            new(new PersonId(id), part, services.GetRequiredService<CurrentUser>().Person), context.HttpContext.RequestAborted);
    }
}
