package io.ansflow.shell;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something went wrong on our side: logged in full, shown to the user as a number only. */
final class Incident {
    private static final Logger log = LoggerFactory.getLogger(Incident.class);

    private Incident() {}

    /** Logs the problem and gives the number under which the log has it. */
    static String log(Throwable problem) {
        String number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        log.error("Incident {}", number, problem);
        return number;
    }
}
