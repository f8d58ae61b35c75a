using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using DataEngineer.Definitions.Model;
using DataEngineer.Definitions.Scalars;
using DataEngineer.Definitions.Values;

namespace DataEngineer.Definitions.Binding;

/// <summary>The shape of each type that the model uses, read by reflection once and kept.</summary>
internal static class Shapes
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    public static Shape Of(Type type) => Known.GetOrAdd(Nullable.GetUnderlyingType(type) ?? type, Make);

    public static RecordShape OfRecord(Type type) => (RecordShape)Of(type);

    private static Shape Make(Type type) => type switch
    {
        _ when type == typeof(string) => new ScalarShape(new TextScalar()),
        _ when type == typeof(bool) => new ScalarShape(new BooleanScalar()),
        _ when type == typeof(int) => new ScalarShape(new WholeNumberScalar(isLong: false)),
        _ when type == typeof(long) => new ScalarShape(new WholeNumberScalar(isLong: true)),
        _ when type == typeof(double) => new ScalarShape(new NumberScalar()),
        _ when type == typeof(decimal) => new ScalarShape(new DecimalScalar()),
        _ when type.IsEnum => new ScalarShape(new WordScalar(type)),
        _ when type == typeof(DateOnly) => new ScalarShape(new DateScalar()),
        _ when type == typeof(TimeSpan) => new ScalarShape(new DurationScalar()),
        _ when type == typeof(ByteSize) => new ScalarShape(new ByteSizeScalar()),
        _ when type == typeof(Threshold) => new ScalarShape(new ThresholdScalar()),
        _ when type == typeof(JsonValue) => new ScalarShape(new AnyScalar()),
        _ when type == typeof(ConnectionDefinition) => new ConnectionShape(),
        _ when Is(type, typeof(IReadOnlyList<>)) => new ListShape(type.GenericTypeArguments[0], Later(type.GenericTypeArguments[0])),
        _ when Is(type, typeof(IReadOnlyDictionary<,>)) && type.GenericTypeArguments[0] == typeof(string) =>
            new MapShape(type.GenericTypeArguments[1], Later(type.GenericTypeArguments[1])),
        _ when type.IsClass && !type.IsAbstract => new RecordShape(type),
        _ => throw new InvalidOperationException($"{type} is not a type that definitions can have."),
    };

    private static bool Is(Type type, Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;

    private static Lazy<Shape> Later(Type type) => new(() => Of(type));
}
