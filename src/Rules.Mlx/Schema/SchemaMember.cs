namespace MlPerf.Endpoints.Rules.Mlx.Schema;

/// <summary>A member that an object may have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Utf8Name">The same in UTF-8.</param>
/// <param name="Schema">What its value must be.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record SchemaMember(string Name, byte[] Utf8Name, SchemaNode Schema, bool IsRequired);
