using MlPerf.Endpoints.Core.Rules;

[assembly: RulePack(MlPerf.Endpoints.Rules.Mlx.MlxRules.PackName)]
