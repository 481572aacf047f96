package io.ansflow.security;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the administrator when the server starts with nobody in its database. The password comes from
 * {@code ANSFLOW_ADMIN_PASSWORD}, or is random, printed once and kept in a file of mode 0600 in the data directory.
 */
@Component
@ConditionalOnWebApplication
class FirstAdministrator implements ApplicationRunner {
    static final UserName NAME = new UserName("admin");

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Users users;
    private final InitialPasswordFile file;
    private final TransactionTemplate transaction;
    private final String givenPassword;

    FirstAdministrator(
            Users users,
            InitialPasswordFile file,
            TransactionTemplate transaction,
            @Value("${ansflow.admin-password:}") String givenPassword) {
        this.users = users;
        this.file = file;
        this.transaction = transaction;
        this.givenPassword = givenPassword;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            if (!users.none()) {
                return;
            }
            if (!givenPassword.isEmpty()) {
                users.create(NAME, Role.ADMINISTRATOR, givenPassword);
                log.info("Made the user {} with the password from ANSFLOW_ADMIN_PASSWORD", NAME);
            } else {
                String password = users.create(NAME, Role.ADMINISTRATOR, null);
                announce(password, file.write(password));
            }
        });
    }

    /** On the terminal and not through the log: logs are collected and kept. */
    @SuppressWarnings("SystemOut")
    private static void announce(String password, Path kept) {
        System.out.printf("""

                First start 首次启动
                  user 用户      %s
                  password 密码  %s
                  kept in 保存于  %s

                """, NAME, password, kept.toAbsolutePath());
        System.out.flush();
    }
}
