namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>How a member of a system description is typed.</summary>
internal enum DescriptionFieldKind
{
    Text,
    RequiredText,
    BlankIsNullText,
    Integer,
    RequiredInteger,
    PythonInteger,
    Number,
    PythonNumber,
    Boolean,
    Availability,
    Division,
    Nodes,
    Accelerators,
    ConfigSummary,
    MeasuredAccuracy,
    CMinOverride,
}
