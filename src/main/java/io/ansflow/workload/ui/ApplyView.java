package io.ansflow.workload.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Notifications;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.Clusters;
import io.ansflow.cluster.ui.ClusterTag;
import io.ansflow.workload.Manifests;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Creates and changes anything in a cluster by YAML. */
@Route(WorkloadNavigation.APPLY)
@Menu(title = "workload.apply.title", icon = "images/icons.svg#file", order = 4)
@RolesAllowed("OPERATOR")
class ApplyView extends Main implements AfterNavigationObserver, HasDynamicTitle {
    /** A character may take up to three bytes. */
    private static final int MAX_BYTES = 3 * Manifests.MAX_LENGTH;

    private final transient Clusters clusters;
    private final Select<Cluster> cluster = new Select<>();
    private final TextField namespace = new TextField(Translated.of("workload.apply.namespace"));
    private final Upload upload = new Upload();
    private final ManifestBench bench;

    ApplyView(Clusters clusters, Manifests manifests) {
        this.clusters = clusters;
        this.bench = new ManifestBench(manifests, ApplyView::applied);
        cluster.setLabel(Translated.of("workload.apply.cluster"));
        cluster.setItemLabelGenerator(Cluster::name);
        cluster.setRenderer(new ComponentRenderer<>(ClusterTag::new));
        cluster.addValueChangeListener(change -> chosen(change.getValue()));
        namespace.setHelperText(Translated.of("workload.apply.namespace.help"));
        namespace.addValueChangeListener(change -> aim());
        upload.setUploadButton(new Button(Translated.of("workload.apply.upload"), Icon.UPLOAD.create()));
        upload.setDropLabel(new Span(Translated.of("workload.apply.drop")));
        upload.setDropLabelIcon(new Span());
        upload.setUploadHandler(this::receive);
        Div where = new Div(cluster, namespace, upload);
        where.addClassName("apply-where");
        addClassName("apply-view");
        add(new Header(new H1(getTranslation("workload.apply.title"))), where, bench);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("app.title", getTranslation("workload.apply.title"));
    }

    /** The address may name the cluster: {@code apply?cluster=prod}. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        List<Cluster> all = clusters.list();
        cluster.setItems(all);
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("cluster")
                .orElse("");
        all.stream().filter(known -> known.name().equals(wanted)).findFirst().ifPresent(cluster::setValue);
    }

    private void chosen(Cluster now) {
        if (now != null) {
            namespace.setValue(now.defaultNamespace());
        }
        aim();
    }

    private void aim() {
        bench.in(
                namespace.getValue().isBlank() ? null : cluster.getValue(),
                namespace.getValue().strip());
    }

    /** Takes an uploaded file in place of what stands in the editor. */
    void take(byte[] bytes) {
        upload.clearFileList();
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.length() > Manifests.MAX_LENGTH) {
            Notifications.error(Translated.of("workload.manifest.size", Manifests.MAX_LENGTH / 1024));
        } else {
            bench.edit(text);
        }
    }

    private void receive(UploadEvent event) throws IOException {
        byte[] bytes;
        try (var stream = event.getInputStream()) {
            bytes = stream.readNBytes(MAX_BYTES + 1);
        }
        var _ = event.getUI().access(() -> take(bytes));
    }

    private static void applied(boolean all) {
        if (all) {
            Notifications.success(Translated.of("workload.apply.done"));
        } else {
            Notifications.warning(Translated.of("workload.apply.partly"));
        }
    }
}
