package io.ansflow.security;

import io.ansflow.base.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who may use AnsFlow. */
@Service
public class Users {
    private final UserAccounts accounts;
    private final PasswordEncoder encoder;
    private final InitialPasswordFile initialPassword;
    private final CurrentUser currentUser;
    private final Clock clock;

    Users(
            UserAccounts accounts,
            PasswordEncoder encoder,
            InitialPasswordFile initialPassword,
            CurrentUser currentUser,
            Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.initialPassword = initialPassword;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** A user, as others may see it. */
    public record User(String name, Role role, boolean passwordChangeRequired, Instant createdAt) {}

    /** Everybody, by name. */
    @RequiresAdministrator
    @Transactional(readOnly = true)
    public List<User> list() {
        return StreamSupport.stream(accounts.findAll().spliterator(), false)
                .map(Users::user)
                .sorted(Comparator.comparing(User::name))
                .toList();
    }

    /**
     * Adds a user, who has to choose a password at the first login.
     *
     * @param password the first password, or null to have one made
     * @return the first password, to be handed over; it is kept nowhere
     * @throws InvalidUser if name or password cannot be accepted, or the name is taken
     */
    @RequiresAdministrator
    @Transactional
    public String add(UserName name, Role role, @Nullable String password) {
        return create(name, role, password);
    }

    /**
     * Changes the password of the user who calls.
     *
     * @throws InvalidUser if the current password is wrong or the new one cannot be accepted
     */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public void changePassword(String currentPassword, String newPassword) {
        UserName name = new UserName(currentUser.name());
        UserAccount account = accounts.findByName(name.value()).orElseThrow();
        if (!encoder.matches(currentPassword, account.passwordHash())) {
            throw new InvalidUser(Text.of("user.invalid.password.current"));
        }
        if (newPassword.equals(currentPassword)) {
            throw new InvalidUser(Text.of("user.invalid.password.same"));
        }
        PasswordPolicy.check(name, newPassword);
        account.changePassword(hash(newPassword));
        initialPassword.forget(name);
    }

    /** Whether there is anybody at all. */
    boolean none() {
        return accounts.count() == 0;
    }

    Optional<UserAccount> account(String name) {
        return accounts.findByName(name);
    }

    /** Adds a user without asking who calls: at the first start there is nobody to ask. */
    String create(UserName name, Role role, @Nullable String password) {
        if (accounts.findByName(name.value()).isPresent()) {
            throw new InvalidUser(Text.of("user.invalid.taken", name.value()));
        }
        if (password != null) {
            PasswordPolicy.check(name, password);
        }
        String first = password == null ? PasswordPolicy.random() : password;
        accounts.save(new UserAccount(name, hash(first), role, clock.instant()));
        return first;
    }

    private String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The password encoder made nothing");
        }
        return hash;
    }

    private static User user(UserAccount account) {
        return new User(account.name(), account.role(), account.passwordChangeRequired(), account.createdAt());
    }
}
