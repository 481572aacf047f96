package io.ansflow.namespace.ui;

import io.ansflow.cluster.Clusters;
import io.ansflow.inventory.Inventory;
import io.ansflow.namespace.Namespaces;
import io.ansflow.operation.Permissions;
import io.ansflow.security.CurrentUser;
import org.springframework.stereotype.Component;

/** What the views of namespaces ask. */
@Component
record NamespaceServices(
        Namespaces namespaces, Inventory inventory, Clusters clusters, Permissions permissions, CurrentUser user) {}
