package io.ansflow.cluster.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import java.util.List;

/** Two people edited the same cluster: shows the second what the first changed, and lets them choose. */
class ConflictDialog extends Dialog {

    /**
     * @param seen the cluster as it was when the person began
     * @param present the cluster as it is
     * @param load shows the present state instead of what was entered
     * @param save saves what was entered, over the present state
     */
    ConflictDialog(Cluster seen, Cluster present, Runnable load, Runnable save) {
        setHeaderTitle(Translated.of("cluster.conflict.title", seen.name()));
        setWidth("36rem");
        add(new Paragraph(Translated.of("cluster.conflict.text")));
        List<ClusterDifference> differences = ClusterDifference.between(seen, present);
        if (differences.isEmpty()) {
            add(new Paragraph(Translated.of("cluster.conflict.unseen")));
        } else {
            DescriptionList list = new DescriptionList();
            differences.forEach(difference -> list.add(
                    new DescriptionList.Term(difference.field()),
                    new DescriptionList.Description(
                            Translated.of("cluster.conflict.difference", difference.before(), difference.now()))));
            list.addClassName("conflict-differences");
            add(list);
        }
        Button anyway = button("cluster.conflict.save", save);
        anyway.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(button("cluster.conflict.back", () -> {}), button("cluster.conflict.load", load), anyway);
    }

    private Button button(String text, Runnable choice) {
        return new Button(Translated.of(text), click -> {
            close();
            choice.run();
        });
    }
}
