namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>How archives travel.</summary>
public enum ArchiveTransfer
{
    /// <summary>Through presigned links to object storage, as today's service wants it.</summary>
    Presigned,

    /// <summary>As a form part to the API itself, as the first service wanted it.</summary>
    Form,
}
