package io.ansflow.audit;

import static io.ansflow.testing.Needs.Part.MARIADB;

import io.ansflow.testing.Databases;
import io.ansflow.testing.Needs;
import javax.sql.DataSource;

@Needs(MARIADB)
class AuditLogMariaDbTest extends AuditLogContract {
    private static final class Lazy {
        static final DataSource DATABASE = Databases.mariaDb();
    }

    @Override
    DataSource database() {
        return Lazy.DATABASE;
    }
}
