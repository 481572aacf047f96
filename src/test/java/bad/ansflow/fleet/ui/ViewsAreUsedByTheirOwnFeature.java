package bad.ansflow.fleet.ui;

import bad.ansflow.cluster.ui.ClusterView;
import com.vaadin.flow.component.UI;

class ViewsAreUsedByTheirOwnFeature {
    void go(UI ui) {
        ui.navigate(ClusterView.class);
    }
}
