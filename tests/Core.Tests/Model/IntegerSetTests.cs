using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Tests.Model;

public sealed class IntegerSetTests
{
    [Test]
    public void Holds_each_number_once_in_ascending_order()
        => Prop.ForAll<long[]>(numbers =>
        {
            var set = new IntegerSet();
            var news = numbers.Count(number => set.Add(number));
            return set.SequenceEqual(numbers.Distinct().Order().Select(number => (BigInteger)number)) && news == set.Count && numbers.All(number => set.Contains(number));
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Numbers_of_any_size_are_listed_in_full()
    {
        var huge = BigInteger.Pow(10, 30);
        var set = new IntegerSet { huge, -huge, 8, 8 };

        Assert.That(set.ToString(), Is.EqualTo($"-1{new string('0', 30)}, 8, 1{new string('0', 30)}"));
    }

    [Test]
    public void May_be_added_to_after_it_was_read()
    {
        var set = new IntegerSet { 5 };
        Assert.That(set.Smallest, Is.EqualTo(new BigInteger(5)));

        set.Add(3);

        Assert.That(set.Smallest, Is.EqualTo(new BigInteger(3)));
    }
}
