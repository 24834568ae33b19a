// Fixtures that wait for slow endpoints say so; they are more than the processors can work on and less than they can wait for.
[assembly: LevelOfParallelism(8)]
