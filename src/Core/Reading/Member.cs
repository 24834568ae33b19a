namespace MlPerf.Endpoints.Core.Reading;

/// <summary>One key and value of a mapping.</summary>
public sealed class Member
{
    // The name of a text key, else its node. Nearly all keys are text, and a file can have a million: those need no node of their own.
    private readonly object _key;

    /// <summary>Makes a member.</summary>
    /// <param name="key">The key with its place; in YAML it may be no text.</param>
    /// <param name="value">The value.</param>
    public Member(Node key, Node value)
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = key.Kind is NodeKind.Text ? key.AsText! : key;
        KeyLocation = key.Location;
        Value = value;
    }

    internal Member(string name, SourceLocation keyLocation, Node value)
    {
        _key = name;
        KeyLocation = keyLocation;
        Value = value;
    }

    /// <summary>The key with its place; in YAML it may be no text.</summary>
    public Node Key => _key as Node ?? Node.Text(KeyLocation, (string)_key);

    /// <summary>Where the key begins.</summary>
    public SourceLocation KeyLocation { get; }

    /// <summary>The key where it is text, else null: such a key never names a field.</summary>
    public string? Name => _key as string;

    /// <summary>The value.</summary>
    public Node Value { get; }

    /// <summary>Key and value.</summary>
    public void Deconstruct(out Node key, out Node value) => (key, value) = (Key, Value);

    /// <summary>The same key with another value.</summary>
    public Member With(Node value) => _key is string name ? new(name, KeyLocation, value) : new((Node)_key, value);
}
