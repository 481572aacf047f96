package io.ansflow.inventory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.RelativeAge;
import io.ansflow.base.ui.SecondaryText;
import io.ansflow.base.ui.Translated;
import io.ansflow.inventory.InventorySync;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.KindState;
import io.ansflow.inventory.SyncMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How old what the list shows is, what is wrong with it, and which syncs are under way. */
public class SyncSummary extends Div {
    private static final int MOST_TROUBLES = 3;
    private static final int MOST_RUNNING = 4;

    private final transient InventorySync sync;
    private final transient Function<KindId, String> kinds;
    private final transient Function<ClusterId, Component> tags;
    private final int allKinds;
    private final transient Map<ClusterId, List<KindState>> known = new HashMap<>();

    /**
     * A summary for one list.
     *
     * @param kinds names of kinds
     * @param tags shows a cluster
     * @param allKinds how many kinds there are
     */
    public SyncSummary(
            InventorySync sync, Function<KindId, String> kinds, Function<ClusterId, Component> tags, int allKinds) {
        this.sync = sync;
        this.kinds = kinds;
        this.tags = tags;
        this.allKinds = allKinds;
        addClassName("sync-summary");
    }

    /** Asks anew how well all clusters are known. */
    public void load() {
        known.clear();
        sync.states()
                .forEach(state -> known.computeIfAbsent(state.cluster(), id -> new ArrayList<>())
                        .add(state));
    }

    /** The same of some. */
    public void load(Collection<ClusterId> changed) {
        changed.forEach(id -> known.put(id, sync.states(id)));
    }

    /** Shows how well these kinds of these clusters are known; all kinds if none are named. */
    public void show(Collection<ClusterId> clusters, Set<KindId> wanted) {
        List<KindState> states = clusters.stream()
                .flatMap(id -> known.getOrDefault(id, List.of()).stream())
                .filter(state -> wanted.isEmpty() || wanted.contains(state.kind()))
                .toList();
        removeAll();
        add(line(states, clusters));
        List<Trouble> troubles = Trouble.of(states);
        troubles.stream().limit(MOST_TROUBLES).map(this::notice).forEach(this::add);
        if (troubles.size() > MOST_TROUBLES) {
            add(new SecondaryText(Translated.of("sync.trouble.more", troubles.size() - MOST_TROUBLES)));
        }
        clusters.stream()
                .flatMap(id -> sync.running(id).stream()
                        .map(running -> new SyncProgressLine(running, tags.apply(id), allKinds, kinds)))
                .limit(MOST_RUNNING)
                .forEach(this::add);
    }

    private Component notice(Trouble trouble) {
        return new TroubleNotice(trouble, tags.apply(trouble.cluster()), kinds);
    }

    /** The age of the oldest of what is known, and how it was read. */
    private static Component line(List<KindState> states, Collection<ClusterId> clusters) {
        Div line = new Div();
        line.addClassNames("sync-line", "secondary");
        Optional<KindState> oldest = states.stream()
                .filter(state -> state.asOf() != null)
                .min(Comparator.comparing(state -> Objects.requireNonNull(state.asOf())));
        long never = clusters.stream()
                .filter(id -> states.stream().noneMatch(state -> state.cluster().equals(id)))
                .count();
        if (oldest.isPresent()) {
            Instant asOf = Objects.requireNonNull(oldest.get().asOf());
            Span word = new Span(Translated.of(states.size() > 1 ? "sync.oldest" : "sync.last"));
            line.add(word, new RelativeAge(asOf), new Span(modes(states)));
            line.setClassName("stale-line", states.stream().anyMatch(KindState::stale));
        }
        if (never > 0) {
            line.add(new Span(Translated.of("sync.never", never)));
        }
        if (clusters.size() == 1) {
            ClusterId only = clusters.iterator().next();
            line.add(new Anchor(InventoryNavigation.href(only), Translated.of("sync.overview")));
        }
        return line;
    }

    private static String modes(List<KindState> states) {
        Set<SyncMode> modes = states.stream()
                .map(KindState::mode)
                .flatMap(mode -> Optional.ofNullable(mode).stream())
                .collect(Collectors.toSet());
        return Translated.of(
                "sync.modes",
                modes.stream()
                        .sorted()
                        .map(mode -> Translated.of("inventory.sync.mode." + mode))
                        .collect(Collectors.joining(", ")));
    }
}
