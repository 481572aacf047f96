package io.ansflow.jobs;

import static io.ansflow.testing.Needs.Part.MARIADB;

import io.ansflow.testing.Databases;
import io.ansflow.testing.Needs;
import javax.sql.DataSource;

@Needs(MARIADB)
class LeasesMariaDbTest extends LeasesContract {
    /** Started when the first test asks, not when the class is loaded on a machine without MariaDB. */
    private static final class Lazy {
        static final DataSource DATABASE = Databases.mariaDb();
    }

    @Override
    DataSource database() {
        return Lazy.DATABASE;
    }
}
