package bad.ansflow.cluster;

import com.vaadin.flow.component.notification.Notification;

class OnlyViewsKnowVaadin {
    void tell() {
        Notification.show("");
    }
}
