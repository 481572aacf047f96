package io.ansflow.jobs;

import io.ansflow.testing.Databases;
import javax.sql.DataSource;

class LeasesH2Test extends LeasesContract {
    private static final DataSource DATABASE = Databases.h2();

    @Override
    DataSource database() {
        return DATABASE;
    }
}
