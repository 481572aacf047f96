package io.ansflow.workload;

import org.springframework.context.annotation.Import;

/** The services of workloads without clusters, as beans for tests of what stands on them. */
@Import({FakeBulk.class, FakeEvents.class, FakeManifests.class, FakePods.class, FakeWorkloads.class})
public class WorkloadFakes {}
