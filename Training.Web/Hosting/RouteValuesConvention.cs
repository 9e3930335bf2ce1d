using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Training.Web.Hosting;

/// <summary>What stands in an address is read from there alone: a field of the same name in a form does not take its place.</summary>
internal sealed class RouteValuesConvention : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        var templates = action.Controller.Selectors.Concat(action.Selectors)
            .Select(selector => selector.AttributeRouteModel?.Template).OfType<string>().ToList();
        foreach (var parameter in action.Parameters.Where(parameter => templates.Exists(template => Names(template, parameter.Name))))
            (parameter.BindingInfo ??= new BindingInfo()).BindingSource = BindingSource.Path;
    }

    private static bool Names(string template, string name) =>
        template.Contains($"{{{name}}}", StringComparison.OrdinalIgnoreCase) || template.Contains($"{{{name}:", StringComparison.OrdinalIgnoreCase);
}
