package bad.ansflow.cluster;

import org.springframework.stereotype.Service;

@Service
public class ServicesAreAuthorised {
    public void delete() {}
}
