package io.ansflow.demo;

import io.ansflow.kubernetes.simulated.SimulationSwitch;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether this installation may have simulated clusters: off until somebody asks for test clusters, and off again once they
 * are removed. It stands in the database, so that all of its processes agree.
 */
@Component
class StoredSwitch implements SimulationSwitch {
    private static final int ROW = 1;

    private final JdbcClient database;
    private final Clock clock;

    StoredSwitch(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean on() {
        return database.sql("select count(*) from simulation").query(Long.class).single() > 0;
    }

    void turn(boolean on) {
        if (!on) {
            database.sql("delete from simulation").update();
        } else if (!on()) {
            database.sql("insert into simulation (id, since) values (?, ?)")
                    .param(ROW)
                    .param(Timestamp.from(clock.instant()))
                    .update();
        }
    }
}
