using MlPerf.Endpoints.Core.Rules;

[assembly: RulePack(MlPerf.Endpoints.Rules.Builtin.BuiltinRules.PackName)]
