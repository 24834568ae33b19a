using MlPerf.Endpoints.Core.Rules;

[assembly: RulePack("Acme.HouseAudits")]
