using Souq.TestSupport;

[assembly: AssemblyFixture(typeof(TestCluster))]
