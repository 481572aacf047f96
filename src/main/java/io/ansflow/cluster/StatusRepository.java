package io.ansflow.cluster;

import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface StatusRepository extends JpaRepository<StatusEntity, Long> {

    /** A check that is due, by the time at which it was planned. */
    record Due(long clusterId, Instant plannedFor) {}

    @Query("select new io.ansflow.cluster.StatusRepository$Due(s.clusterId, s.nextCheckAt) from StatusEntity s"
            + " where s.nextCheckAt <= :now order by s.nextCheckAt")
    List<Due> due(Instant now, Limit limit);

    /** Takes a due check, so that no other process starts it too; 0 if another one was faster. */
    @Modifying
    @Query(
            "update StatusEntity s set s.nextCheckAt = :until where s.clusterId = :clusterId and s.nextCheckAt = :plannedFor")
    int claim(long clusterId, Instant plannedFor, Instant until);

    /** Changes whenever the cluster or its status did. */
    record Stamp(long clusterId, int cluster, int status) {}

    @Query("select new io.ansflow.cluster.StatusRepository$Stamp(c.id, c.revision, s.revision)"
            + " from ClusterEntity c join StatusEntity s on s.clusterId = c.id")
    List<Stamp> stamps();
}
