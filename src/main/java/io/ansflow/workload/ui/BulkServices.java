package io.ansflow.workload.ui;

import io.ansflow.operation.ui.OperationPanels;
import io.ansflow.workload.BulkChanges;
import org.springframework.stereotype.Component;

/** What a change of many objects asks. */
@Component
record BulkServices(BulkChanges bulk, OperationPanels panels) {}
