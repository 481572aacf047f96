package io.ansflow.cluster;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A registered cluster as stored; its credentials and its status have tables of their own. */
@Entity
@Table(name = "cluster")
@SuppressWarnings("NullAway.Init")
class ClusterEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Version
    int revision;

    String name;
    String nameKey;
    String description;

    @Enumerated(EnumType.STRING)
    ClusterType type;

    @Enumerated(EnumType.STRING)
    Environment environment;

    String defaultNamespace;

    /** True or null: at most one row can be true, as the column is unique. */
    @Nullable
    Boolean defaultCluster;

    String server;
    String authMethod;
    boolean verifyTls;

    @Nullable
    Instant credentialExpiresAt;

    Instant createdAt;
    String createdBy;

    /** For Hibernate, and for {@link ClusterService}, which fills it in. */
    protected ClusterEntity() {}

    ClusterEntity(String createdBy, Instant createdAt) {
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    void describe(ClusterDraft draft) {
        name = draft.name();
        nameKey = key(draft.name());
        description = draft.description();
        type = draft.type();
        environment = draft.environment();
        defaultNamespace = draft.defaultNamespace();
        defaultCluster = draft.defaultCluster() ? true : null;
        authMethod = draft.authMethod();
        verifyTls = draft.verifyTls();
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
