using MlPerf.Endpoints.Core.Checking;

var report = new SubmissionChecker(args[^1]).Run();
Console.WriteLine(report.ToJson());
return report.Passed ? 0 : 1;
