namespace MlPerf.Endpoints.Rules.Mlx.Schema;

/// <summary>Kinds of JSON value as the keyword <c>type</c> names them.</summary>
[Flags]
internal enum JsonKinds
{
    None = 0,
    String = 1,
    Number = 2,
    Integer = 4,
    Boolean = 8,
    Null = 16,
    Object = 32,
    Array = 64,
    Any = String | Number | Integer | Boolean | Null | Object | Array,
}
