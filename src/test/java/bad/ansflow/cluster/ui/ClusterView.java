package bad.ansflow.cluster.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;

/** Breaks nothing; others break rules by using it. */
@Route
public class ClusterView extends Div {}
