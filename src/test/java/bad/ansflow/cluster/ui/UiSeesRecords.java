package bad.ansflow.cluster.ui;

import jakarta.persistence.EntityManager;

class UiSeesRecords {
    void save(EntityManager database, Object cluster) {
        database.persist(cluster);
    }
}
