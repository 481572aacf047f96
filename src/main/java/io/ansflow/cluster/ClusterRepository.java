package io.ansflow.cluster;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ClusterRepository extends JpaRepository<ClusterEntity, Long> {
    List<ClusterEntity> findAllByOrderByNameKey();

    Optional<ClusterEntity> findByNameKey(String nameKey);

    /** Begins an edit of what somebody saw, and keeps others from doing so; 0 if it is no longer as it was seen, or gone. */
    @Modifying
    @Query("update ClusterEntity c set c.revision = c.revision + 1 where c.id = :id and c.revision = :seen")
    int take(long id, int seen);

    /** No other cluster is the default any longer. For who edits the former one, that is a change like any other. */
    @Modifying
    @Query("update ClusterEntity c set c.defaultCluster = null, c.revision = c.revision + 1"
            + " where c.defaultCluster = true and c.id <> :id")
    void clearDefaultExcept(long id);
}
