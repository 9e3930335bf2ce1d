using System.Reflection;
using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace Training.Tests.Architecture;

/// <summary>How types of a kind look, wherever they are.</summary>
public class ShapeTests
{
    private static readonly string[] EmptyWords =
        ["Helper", "Helpers", "Manager", "Util", "Utils", "Utility", "Dto", "Vm", "ViewModel", "Impl", "Base", "Processor", "Handler"];

    [Fact]
    public void Entities_are_sealed() => ProductTypes.Entities.Where(type => !type.IsSealed).ShouldBeEmpty();

    [Fact]
    public void Entities_show_no_public_setter()
    {
        var open =
            from entity in ProductTypes.Entities
            from property in entity.GetProperties()
            where property.SetMethod is { IsPublic: true } setter && !IsInitOnly(setter)
            select $"{entity.Name}.{property.Name}";

        open.ShouldBeEmpty();
    }

    [Fact]
    public void Entities_and_ids_show_no_public_field()
    {
        var open =
            from type in ProductTypes.Entities.Concat(ProductTypes.Values)
            from field in type.GetFields(BindingFlags.Public | BindingFlags.Instance)
            where !type.IsEnum
            select $"{type.Name}.{field.Name}";

        open.ShouldBeEmpty();
    }

    [Fact]
    public void Refusals_are_sealed_records_that_carry_data_and_no_sentence()
    {
        var wordy = ProductTypes.Refusals.Where(type => !type.IsSealed || type.GetProperty("Message") is not null);

        wordy.ShouldBeEmpty();
    }

    [Fact]
    public void A_use_case_is_a_sealed_class_that_takes_a_cancellation_token()
    {
        var odd =
            from type in ProductTypes.Domain.GetTypes()
            let handle = type.GetMethod("HandleAsync")
            where handle is not null && (!type.IsSealed || handle.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken))
            select type.FullName;

        odd.ShouldBeEmpty();
    }

    [Fact]
    public void Classes_are_sealed_or_meant_to_be_derived_from()
    {
        var open = ProductTypes.HandWritten
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false, IsNested: false } && type != typeof(Program))
            .Where(type => !ProductTypes.HandWritten.Any(other => other.BaseType == type));

        open.ShouldBeEmpty();
    }

    [Fact]
    public void Names_say_what_a_thing_is_for() =>
        ProductTypes.HandWritten
            .Where(type => EmptyWords.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)))
            .ShouldBeEmpty();

    private static bool IsInitOnly(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
