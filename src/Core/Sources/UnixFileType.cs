namespace MlPerf.Endpoints.Core.Sources;

/// <summary>Type of a directory entry.</summary>
internal enum UnixFileType
{
    Missing,
    Regular,
    Folder,
    Link,
    Other,
}
