package bad.ansflow.cluster;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class EntitiesArePrivate {
    @Id
    long id;
}
