package io.ansflow.operation.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import io.ansflow.base.ui.Translated;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;

/** Offers to take fields over from whoever decided about them; seen only once that is what a change failed by. */
public class TakeOver extends Checkbox {
    public TakeOver() {
        super(Translated.of("operation.takeOver"));
        setVisible(false);
    }

    /** Whether it would help against a failure. */
    public static boolean helps(ClusterFailure failure) {
        return failure.code() == FailureCode.CONFLICT && "owner".equals(failure.reason());
    }

    /** Shows itself if it would help. */
    public void offer(ClusterFailure failure) {
        setVisible(helps(failure));
    }
}
