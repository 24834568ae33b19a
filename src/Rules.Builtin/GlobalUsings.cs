global using MlPerf.Endpoints.Rules.Builtin.Shared;
