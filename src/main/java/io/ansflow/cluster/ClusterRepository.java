package io.ansflow.cluster;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface ClusterRepository extends JpaRepository<ClusterEntity, Long> {
    List<ClusterEntity> findAllByOrderByNameKey();

    Optional<ClusterEntity> findByNameKey(String nameKey);

    @Modifying
    @Query(
            "update ClusterEntity c set c.defaultCluster = null, c.revision = c.revision + 1 where c.defaultCluster = true")
    void clearDefault();
}
