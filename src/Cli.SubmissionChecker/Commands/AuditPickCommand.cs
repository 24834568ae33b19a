using System.CommandLine;
using System.Numerics;
using System.Security.Cryptography;
using MlPerf.Endpoints.Audits;
using MlPerf.Endpoints.Audits.Runner.Orders;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary><c>audit pick</c>: draws a lot, so that nobody can say who chose.</summary>
internal static class AuditPickCommand
{
    public static Command Create(ToolHost host)
    {
        var items = new Argument<string[]>("ITEM") { Description = "What is drawn from: benchmarks, scenarios, systems.", Arity = ArgumentArity.OneOrMore };
        var seed = new Option<long?>("--seed") { Description = "Draw as with this seed; a random one is taken and printed otherwise.", HelpName = "N" };
        var command = new Command("pick", "Draws one of several items by lot and prints the seed, so that anyone can draw it again.\n\nExample:\n  submission-checker audit pick llama3.1-8b/offline wan-2.2/single-stream --seed 7") { items, seed };
        command.SetAction(parsed =>
        {
            var choices = parsed.GetValue(items)!;
            var used = parsed.GetValue(seed) ?? BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));
            var picked = new SampleSequence(SampleOrder.WithReplacement, choices.Length, new BigInteger(used)).Next();
            host.Output.WriteLine($"{choices[picked]} (item {picked + 1} of {choices.Length}, seed {used})");
            return CheckerExitCodes.Passed;
        });
        return command;
    }
}
