using Souq.TestSupport;

[assembly: AssemblyFixture(typeof(TestCluster))]

// Tests wait for messages and for one another's processes half of their time.
[assembly: Xunit.v3.Parallelization(MaxThreads = 3)]
