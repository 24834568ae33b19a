using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

[assembly: RulePack("DiscoveryPack")]

namespace MlPerf.Endpoints.DiscoveryPack;

/// <summary>A house rule as small as they come; sixty of them make up the third pack of <c>bench/discovery.sh</c>.</summary>
public abstract class HouseRule(string id) : ComplianceRule<Point>
{
    private static readonly Outcome Fine = Outcome.Pass("pass", "house", "the point stands at {concurrency}");

    public override RuleDescriptor Descriptor { get; } = new(id, id, [SpecRevision.V1_0], [Fine]);

    public override IEnumerable<RuleResult> Check(Point point) => [Fine.At(point.Path, ("concurrency", point.Concurrency))];
}

public sealed class House01Rule() : HouseRule("house-01");

public sealed class House02Rule() : HouseRule("house-02");

public sealed class House03Rule() : HouseRule("house-03");

public sealed class House04Rule() : HouseRule("house-04");

public sealed class House05Rule() : HouseRule("house-05");

public sealed class House06Rule() : HouseRule("house-06");

public sealed class House07Rule() : HouseRule("house-07");

public sealed class House08Rule() : HouseRule("house-08");

public sealed class House09Rule() : HouseRule("house-09");

public sealed class House10Rule() : HouseRule("house-10");

public sealed class House11Rule() : HouseRule("house-11");

public sealed class House12Rule() : HouseRule("house-12");

public sealed class House13Rule() : HouseRule("house-13");

public sealed class House14Rule() : HouseRule("house-14");

public sealed class House15Rule() : HouseRule("house-15");

public sealed class House16Rule() : HouseRule("house-16");

public sealed class House17Rule() : HouseRule("house-17");

public sealed class House18Rule() : HouseRule("house-18");

public sealed class House19Rule() : HouseRule("house-19");

public sealed class House20Rule() : HouseRule("house-20");

public sealed class House21Rule() : HouseRule("house-21");

public sealed class House22Rule() : HouseRule("house-22");

public sealed class House23Rule() : HouseRule("house-23");

public sealed class House24Rule() : HouseRule("house-24");

public sealed class House25Rule() : HouseRule("house-25");

public sealed class House26Rule() : HouseRule("house-26");

public sealed class House27Rule() : HouseRule("house-27");

public sealed class House28Rule() : HouseRule("house-28");

public sealed class House29Rule() : HouseRule("house-29");

public sealed class House30Rule() : HouseRule("house-30");

public sealed class House31Rule() : HouseRule("house-31");

public sealed class House32Rule() : HouseRule("house-32");

public sealed class House33Rule() : HouseRule("house-33");

public sealed class House34Rule() : HouseRule("house-34");

public sealed class House35Rule() : HouseRule("house-35");

public sealed class House36Rule() : HouseRule("house-36");

public sealed class House37Rule() : HouseRule("house-37");

public sealed class House38Rule() : HouseRule("house-38");

public sealed class House39Rule() : HouseRule("house-39");

public sealed class House40Rule() : HouseRule("house-40");

public sealed class House41Rule() : HouseRule("house-41");

public sealed class House42Rule() : HouseRule("house-42");

public sealed class House43Rule() : HouseRule("house-43");

public sealed class House44Rule() : HouseRule("house-44");

public sealed class House45Rule() : HouseRule("house-45");

public sealed class House46Rule() : HouseRule("house-46");

public sealed class House47Rule() : HouseRule("house-47");

public sealed class House48Rule() : HouseRule("house-48");

public sealed class House49Rule() : HouseRule("house-49");

public sealed class House50Rule() : HouseRule("house-50");

public sealed class House51Rule() : HouseRule("house-51");

public sealed class House52Rule() : HouseRule("house-52");

public sealed class House53Rule() : HouseRule("house-53");

public sealed class House54Rule() : HouseRule("house-54");

public sealed class House55Rule() : HouseRule("house-55");

public sealed class House56Rule() : HouseRule("house-56");

public sealed class House57Rule() : HouseRule("house-57");

public sealed class House58Rule() : HouseRule("house-58");

public sealed class House59Rule() : HouseRule("house-59");

public sealed class House60Rule() : HouseRule("house-60");
