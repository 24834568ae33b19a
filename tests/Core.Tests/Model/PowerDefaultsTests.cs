using System.Text;
using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Tests.Model;

public sealed class PowerDefaultsTests
{
    [TestCase("Intel Xeon Platinum 8592+", 64, ExpectedResult = 350.0)]
    [TestCase("Intel Xeon Platinum 8592+", 65, ExpectedResult = 500.0)]
    [TestCase("Ampere Altra Max", 128, ExpectedResult = 300.0)]
    [TestCase("Ampere Altra Max", 129, ExpectedResult = null)]
    [TestCase("ARM-based AMD oddity", 64, ExpectedResult = 300.0, Description = "ARM words come first")]
    [TestCase("x86_64", 8, ExpectedResult = 350.0)]
    [TestCase("AWS Graviton4", 96, ExpectedResult = null)]
    [TestCase("Armv9", 96, ExpectedResult = null)]
    [TestCase("EPYC9654", 96, ExpectedResult = null)]
    [TestCase("AMD EPYC 9654", 96, ExpectedResult = 500.0)]
    [TestCase("amd_epyc", 8, ExpectedResult = null, Description = "an underscore joins words")]
    [TestCase(null, 8, ExpectedResult = null)]
    public double? Knows_a_cpu_by_whole_words(string? model, int cores) => PowerDefaults.Default.CpuW(model, cores);

    [TestCase("Intel 96 cores", ExpectedResult = 500.0)]
    [TestCase("Intel 192-Core", ExpectedResult = 500.0)]
    [TestCase("Intel, core count 8 - 48 -- cores", ExpectedResult = 350.0)]
    [TestCase("Intel 96C", ExpectedResult = null)]
    [TestCase("Intel", ExpectedResult = null)]
    public double? Finds_the_cores_in_the_name(string model) => PowerDefaults.Default.CpuW(model, null);

    [TestCase("NVIDIA GB300", ExpectedResult = 1400.0)]
    [TestCase("nvidia gb 200", ExpectedResult = 1200.0)]
    [TestCase("HB300", ExpectedResult = 1100.0)]
    [TestCase("NVIDIA B-200", ExpectedResult = 1000.0)]
    [TestCase("AMD Instinct MI455X", ExpectedResult = 2500.0)]
    [TestCase("MI355X", ExpectedResult = 1400.0)]
    [TestCase("MI350X", ExpectedResult = 1000.0)]
    [TestCase("TPU v7", ExpectedResult = 1000.0)]
    [TestCase("AWS Trainium Tn3", ExpectedResult = 700.0)]
    [TestCase("Trn3", ExpectedResult = null)]
    [TestCase("H200", ExpectedResult = null)]
    [TestCase(null, ExpectedResult = null)]
    public double? Knows_an_accelerator_by_part_of_its_name(string? model) => PowerDefaults.Default.AcceleratorW(model);

    [TestCase("SN6810-LD", PowerCabling.Passive, ExpectedResult = 1960.0)]
    [TestCase("SN6810-LD", PowerCabling.ActiveOptical, ExpectedResult = 1960.0)]
    [TestCase("sn-5610", PowerCabling.Passive, ExpectedResult = 900.0)]
    [TestCase("sn-5610", PowerCabling.ActiveOptical, ExpectedResult = 2080.0)]
    [TestCase("SN5400", PowerCabling.Passive, ExpectedResult = 670.0)]
    [TestCase("SN5400", PowerCabling.ActiveOptical, ExpectedResult = null)]
    [TestCase("SN4700", PowerCabling.Passive, ExpectedResult = 630.0)]
    [TestCase("SN4700", PowerCabling.ActiveOptical, ExpectedResult = null)]
    [TestCase("Edgecore", PowerCabling.Passive, ExpectedResult = null)]
    [TestCase("SN5610", null, ExpectedResult = null)]
    public double? Knows_a_switch_by_name_and_cabling(string model, string? cabling) => PowerDefaults.Default.SwitchW(model, cabling);

    [Test]
    public void Can_be_replaced()
    {
        var defaults = PowerDefaults.Parse(Encoding.UTF8.GetBytes("""{"cpu": [], "accelerator": [{"contains": "h200", "w": 700}], "scale_out_switch": [], "scale_out_nic_w": 50}"""));

        Assert.That((defaults.AcceleratorW("H200"), defaults.ScaleOutNicW, PowerDefaults.Default.ScaleOutNicW), Is.EqualTo((700.0, 50.0, 75.0)));
    }
}
