// What any console application costs before it does anything.
Console.WriteLine("nothing to do");
