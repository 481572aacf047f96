package io.ansflow.jobs;

import io.ansflow.testing.MariaDb;
import io.ansflow.testing.Needs;
import io.ansflow.testing.Needs.Part;

@Needs(Part.MARIADB)
class InstantJobsOnMariaDbTest extends InstantJobsContract {
    InstantJobsOnMariaDbTest() {
        super(emptyDatabase());
    }

    private static JobsApplication.Database emptyDatabase() {
        MariaDb database = MariaDb.create();
        return new JobsApplication.Database(database.url(), database.user());
    }
}
