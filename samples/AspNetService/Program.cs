// A web service that checks an uploaded zip: POST /check with the archive as the body answers the JSON report.
// Try it:  curl --data-binary @acme.zip http://localhost:5000/check
using AspNetService;
using MlPerf.Endpoints.Core.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = Upload.MaxArchiveBytes);
builder.Services.AddSubmissionChecker().Configure(builder.Configuration.GetSection("SubmissionChecker"));

var app = builder.Build();
app.MapGet("/", () => "POST a zip of a submission to /check.\n");
app.MapPost("/check", async (HttpRequest request, SubmissionCheckerFactory checkers, CancellationToken cancellation) =>
{
    using var upload = new Upload();
    try
    {
        await upload.ReceiveAsync(request.Body, cancellation);
    }
    catch (InvalidDataException refused)
    {
        return Results.Problem(refused.Message, statusCode: StatusCodes.Status400BadRequest);
    }

    var report = await checkers.Create(upload.Folder).RunAsync(cancellationToken: cancellation);
    return Results.Text(report.ToJson(), "application/json");
});
app.Run();
