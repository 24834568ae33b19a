using System.Globalization;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Rules.Builtin.Shared;

/// <summary>A figure that a result summary stores beside the ones from which it can be derived.</summary>
/// <remarks>Nothing types it when the file is read: a boolean is 1 or 0, a text is read as Python reads a number, and anything else is unusable.</remarks>
internal readonly struct StoredFigure
{
    /// <summary>How far a stored figure may lie from the derived one, relative to it. Exactly this far is allowed.</summary>
    public const double Tolerance = 0.01;

    // Keeps the relative error of figures around zero finite.
    private const double SmallestBase = 1e-9;

    // Beyond this, how many per cent it is says nothing more.
    private const double FarOff = 10;

    private readonly Node? _node;
    private readonly double? _value;

    private StoredFigure(Node? node)
    {
        _node = node is null or { IsNull: true } ? null : node;
        _value = _node is null ? null : ToNumber(_node);
    }

    /// <summary>Whether the file states the figure at all; null is no statement.</summary>
    public bool IsStored => _node is not null;

    /// <summary>Reads a figure from its node, which is null where the file has none.</summary>
    public static StoredFigure Of(Node? node) => new(node);

    /// <summary>Whether the figure is not stored, or a number close enough to the derived one. A difference that is not a number is no objection.</summary>
    public bool Agrees(double derived) => !IsStored || (_value is { } value && !(RelativeError(value, derived) > Tolerance));

    /// <summary>The difference for messages: <c>off by 1.5%</c>, or that the figure is no number.</summary>
    public string Difference(double derived)
        => _value is not { } value ? "it is no number"
            : RelativeError(value, derived) is var error and <= FarOff ? string.Create(CultureInfo.InvariantCulture, $"off by {error:0.####%}")
            : "off by more than a factor of ten";

    /// <summary>The figure as it stands in the file.</summary>
    public override string ToString() => _node?.ToString() ?? "nothing";

    /// <summary>How far a stored figure lies from the derived one, relative to it; NaN where either is.</summary>
    public static double RelativeError(double stored, double derived) => Math.Abs(stored - derived) / Math.Max(Math.Abs(derived), SmallestBase);

    // An integer beyond the range of a double is no figure that anything could be compared with.
    private static double? ToNumber(Node node) => PythonText.ToNumber(node) is { } number && (node.Kind is not NodeKind.Integer || double.IsFinite(number)) ? number : null;
}
