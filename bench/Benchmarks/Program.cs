using BenchmarkDotNet.Running;
using MlPerf.Endpoints.Benchmarks;

// `generate v1.0|v0.7 SYSTEMS FOLDER` writes a large submission for bench/whole-process.sh; everything else goes to BenchmarkDotNet.
if (args is ["generate", var spec, var systems, var folder])
{
    LargeSubmission.Of(spec, int.Parse(systems, System.Globalization.CultureInfo.InvariantCulture)).WriteTo(folder);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
