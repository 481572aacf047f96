package io.ansflow.namespace.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.ansflow.base.ui.SecondaryText;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.ui.FailureText;
import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.namespace.QuotaUse;
import java.util.List;

/** The quotas of a namespace, each with what it limits and how much of that is used. */
class QuotaTable extends Div {
    QuotaTable(Answer<List<QuotaUse>> quotas) {
        addClassName("quota-table");
        switch (quotas) {
            case Answer.Got<List<QuotaUse>>(List<QuotaUse> all) -> {
                if (all.isEmpty()) {
                    add(new Paragraph(Translated.of("namespaces.quota.none")));
                }
                all.forEach(this::add);
            }
            case Answer.Failed<List<QuotaUse>>(ClusterFailure failure) -> add(new FailureText(failure));
        }
    }

    private void add(QuotaUse quota) {
        H3 name = new H3(quota.name());
        Div lines = new Div();
        lines.addClassName("quota-lines");
        quota.lines().forEach(line -> lines.add(new QuotaBar(line)));
        add(name);
        if (quota.scoped()) {
            add(new SecondaryText(Translated.of("namespace.quota.scoped")));
        }
        add(lines);
    }
}
