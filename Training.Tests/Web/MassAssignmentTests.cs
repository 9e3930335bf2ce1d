using System.Collections;
using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Tests.Infrastructure;
using Training.Web.Features.Certificates;
using Training.Web.Features.People;
using Xunit;

namespace Training.Tests.Web;

/// <summary>What is sent reaches the fields of a form and nothing behind it.</summary>
public class MassAssignmentTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_action_binds_what_is_stored()
    {
        await using var app = await TrainingApp.StartAsync(Engine.Sqlite);
        var stored = await app.ReadAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(type => type.ClrType).ToHashSet()));
        var bound = Bound()
            .SelectMany(parameter => WithinReachOf(parameter.ParameterType, []), (parameter, type) => (Action: $"{parameter.Member.DeclaringType!.Name}.{parameter.Member.Name}", Type: type)).ToList();

        bound.Select(taken => taken.Type).ShouldContain(typeof(PersonForm));
        bound.Where(taken => stored.Contains(taken.Type)).ShouldBeEmpty();
    }

    // The binder adds to the list that a form begins with, and leaves one alone to which nothing can be added.
    [Fact]
    public void Every_list_of_a_form_can_be_filled()
    {
        var forms = Bound().Where(parameter => !parameter.IsDefined(typeof(FromBodyAttribute)))
            .SelectMany(parameter => WithinReachOf(parameter.ParameterType, [])).Distinct()
            .Where(type => !type.IsAbstract && type.GetConstructor([]) is not null).ToList();
        var lists =
            from form in forms
            let empty = Activator.CreateInstance(form)
            from property in form.GetProperties()
            where property.CanWrite && property.PropertyType.IsGenericType && property.GetValue(empty) is IList { IsFixedSize: true }
            select $"{form.Name}.{property.Name}";

        forms.ShouldContain(typeof(IssueForm));
        lists.ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Fields_that_the_form_does_not_have_change_nothing(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var (one, other) = await app.ReadAsync(async db =>
        {
            var staff = await db.People.AsNoTracking().Where(p => p.Email!.EndsWith("@asbl-01.example.org")).OrderBy(p => p.Email).Take(2).ToListAsync(Ct);
            return (staff[0], staff[1]);
        });
        var officer = await app.ClientForAsync("officer");

        using var sent = await officer.SubmitAsync(
            $"/fr/people/{one.Id.Value}/edit", ("FirstName", "Autre"), ("LastName", one.LastName), ("Id", $"{other.Id.Value}"), ("id", $"{other.Id.Value}"),
            ("MergedIntoId", $"{other.Id.Value}"), ("MergedIntoId.Value", $"{other.Id.Value}"));

        sent.StatusCode.ShouldBe(HttpStatusCode.Found);
        var after = await app.ReadAsync(db => db.People.AsNoTracking().Where(p => p.Id == one.Id || p.Id == other.Id).ToDictionaryAsync(p => p.Id, Ct));
        (after[one.Id].FirstName, after[one.Id].MergedIntoId).ShouldBe(("Autre", null));
        after[other.Id].Facts.ShouldBe(other.Facts);
    }

    private static IEnumerable<ParameterInfo> Bound() => typeof(PeopleController).Assembly.GetTypes()
        .Where(typeof(ControllerBase).IsAssignableFrom)
        .SelectMany(controller => controller.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .SelectMany(action => action.GetParameters());

    // The types that a value of this one may bring along: those of its elements and of what can be set on it.
    private static HashSet<Type> WithinReachOf(Type type, HashSet<Type> seen)
    {
        foreach (var argument in type.GetGenericArguments().Append(type.GetElementType()).OfType<Type>())
            WithinReachOf(argument, seen);
        if (type.Assembly.GetName().Name?.StartsWith("Training.", StringComparison.Ordinal) != true || !seen.Add(type))
            return seen;

        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
            WithinReachOf(property.PropertyType, seen);
        return seen;
    }
}
