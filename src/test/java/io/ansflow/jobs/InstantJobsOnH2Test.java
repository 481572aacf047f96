package io.ansflow.jobs;

import java.util.UUID;

class InstantJobsOnH2Test extends InstantJobsContract {
    InstantJobsOnH2Test() {
        super(new JobsApplication.Database("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa"));
    }
}
