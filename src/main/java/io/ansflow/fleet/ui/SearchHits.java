package io.ansflow.fleet.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ui.Icon;
import io.ansflow.base.ui.Times;
import io.ansflow.base.ui.Translated;
import io.ansflow.cluster.Cluster;
import io.ansflow.cluster.ui.ClusterTag;
import io.ansflow.fleet.FleetSearch.Answer;
import io.ansflow.fleet.FleetSearch.OfKind;
import io.ansflow.inventory.Count;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.ui.HealthBadge;
import io.ansflow.inventory.ui.InventoryNavigation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a search found, kind by kind: each a link to where it is shown. Whatever clusters say is text, never markup. */
class SearchHits {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String text;
    private final Answer answer;
    private final List<Anchor> links = new ArrayList<>();
    private final List<Component> groups = new ArrayList<>();

    SearchHits(String text, Answer answer) {
        this.text = text;
        this.answer = answer;
        if (!answer.clusters().isEmpty()) {
            group(Translated.of("fleet.search.clusters"))
                    .add(answer.clusters().stream().map(this::hit).toArray(Component[]::new));
        }
        answer.kinds().forEach(this::add);
    }

    /** All links in the order in which they are shown. */
    List<Anchor> links() {
        return List.copyOf(links);
    }

    List<Component> groups() {
        return List.copyOf(groups);
    }

    private void add(OfKind found) {
        Section group = group(found.kind().name());
        found.first().forEach(resource -> group.add(hit(resource)));
        Count count = found.count();
        if (count.value() > found.first().size()) {
            String words = Translated.of(count.exact() ? "fleet.search.all" : "fleet.search.all.more", count.value());
            String address =
                    InventoryNavigation.href(ResourceQuery.of(found.kind().id()).text(text));
            Anchor all = link(address, new Span(words));
            all.addClassName("secondary");
            group.add(all);
        }
    }

    private Section group(String title) {
        Section group = new Section(new H3(title));
        groups.add(group);
        return group;
    }

    private Anchor hit(Cluster cluster) {
        return link(InventoryNavigation.href(cluster.id()), new ClusterTag(cluster), secondary(cluster.description()));
    }

    private Anchor hit(Resource resource) {
        Span name = new Span(resource.name());
        name.addClassName("resource-name");
        @Nullable Cluster home = answer.homes().get(resource.key().cluster());
        Component where = home == null ? new Span(resource.clusterName()) : new ClusterTag(home);
        Anchor hit = link(
                InventoryNavigation.href(resource.key()),
                name,
                secondary(resource.namespace()),
                secondary(why(resource)));
        if (resource.freshness().stale()) {
            hit.add(stale(resource));
        }
        if (HealthBadge.says(resource)) {
            hit.add(new HealthBadge(resource));
        }
        hit.add(where);
        return hit;
    }

    /** What of it fits the words, where the name and the namespace do not say. */
    private String why(Resource resource) {
        List<String> shown = List.of(resource.name(), resource.namespace());
        List<String> others = new ArrayList<>(resource.cells().values());
        for (Map.Entry<String, String> label : resource.labels().entrySet()) {
            others.add(label.getKey() + "=" + label.getValue());
        }
        return SPACE.splitAsStream(text.strip())
                .filter(word -> shown.stream().noneMatch(value -> has(value, word)))
                .flatMap(word ->
                        others.stream().filter(value -> has(value, word)).limit(1))
                .distinct()
                .collect(Collectors.joining(Translated.of("fleet.search.separator")));
    }

    private static boolean has(String value, String word) {
        return value.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    private Anchor link(String address, Component... content) {
        Anchor link = new Anchor(address, content);
        link.addClassName("search-hit");
        links.add(link);
        return link;
    }

    private static Span secondary(String words) {
        Span span = new Span(words);
        span.addClassName("secondary");
        span.setVisible(!words.isEmpty());
        return span;
    }

    private static Component stale(Resource resource) {
        Span words = new Span(Translated.of(
                "fleet.search.stale", Times.brief(resource.freshness().asOf())));
        Div mark = new Div(Icon.CLOCK.create(), words);
        mark.addClassName("search-stale");
        return mark;
    }
}
