package io.ansflow.operation;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Does what JobRunr does with an operation, in tests where it does not run. */
public final class OperationJob {
    private OperationJob() {}

    /** Does it to its end, in the name of an operator called as the one who asked for it. */
    public static void run(ApplicationContext application, OperationId id) {
        JdbcClient database = application.getBean(JdbcClient.class);
        database.sql("insert into app_user (name, password_hash, role, password_change_required, created_at)"
                        + " select actor, '', 'OPERATOR', false, ? from operation where id = ?"
                        + " and not exists (select 1 from app_user u where u.name = operation.actor)")
                .param(LocalDateTime.now(ZoneOffset.UTC))
                .param(id.value())
                .update();
        try {
            application.getBean(RunOperation.Handler.class).run(RunOperation.of(id));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
