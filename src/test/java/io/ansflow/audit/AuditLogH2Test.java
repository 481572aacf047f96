package io.ansflow.audit;

import io.ansflow.testing.Databases;
import javax.sql.DataSource;

class AuditLogH2Test extends AuditLogContract {
    private static final DataSource DATABASE = Databases.h2();

    @Override
    DataSource database() {
        return DATABASE;
    }
}
