package io.ansflow.security;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user as stored. */
@Entity
@Table(name = "app_user")
class UserAccount {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name;
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private boolean passwordChangeRequired;
    private Instant createdAt;

    /** For Hibernate alone. */
    @SuppressWarnings("NullAway.Init")
    protected UserAccount() {}

    UserAccount(UserName name, String passwordHash, Role role, Instant createdAt) {
        this.name = name.value();
        this.passwordHash = passwordHash;
        this.role = role;
        this.passwordChangeRequired = true;
        this.createdAt = createdAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    Role role() {
        return role;
    }

    boolean passwordChangeRequired() {
        return passwordChangeRequired;
    }

    /** The user's own choice of a password. */
    void changePassword(String newHash) {
        passwordHash = newHash;
        passwordChangeRequired = false;
    }
}
