package io.ansflow.inventory.ui;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import io.ansflow.inventory.Inventory;
import io.ansflow.inventory.Position;
import io.ansflow.inventory.Resource;
import io.ansflow.inventory.ResourceOrder;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;

/**
 * Resources for a grid that scrolls, without ever skipping rows in the database. The grid asks for rows by their numbers, the
 * inventory reads on from a mark: the last row of every page that was read is kept as the mark of the next one. As the
 * grid does not know how many rows there are, it can only be scrolled a little further than it was, so there is a mark
 * near every row that it asks for. The end is reached by moving the window: its first row is then no longer the first
 * of all.
 *
 * @see <a href="https://use-the-index-luke.com/no-offset">Winand, no offset</a>
 */
public class ResourceWindow extends AbstractBackEndDataProvider<Resource, Void> {
    /** How many rows are read at once. */
    static final int PAGE = 50;

    private final transient Inventory inventory;
    private final transient Consumer<NestedRuntimeException> failed;
    private final transient Consumer<List<Resource>> arriving;
    private transient ResourceQuery query = ResourceQuery.ALL;
    private transient ResourceOrder order = ResourceOrder.DEFAULT;
    /** The row before the window; null if it begins with the first of all. */
    private transient @Nullable Resource before;
    /** The last rows of the pages that were full. */
    private final transient List<Resource> marks = new ArrayList<>();

    /** @param failed told when rows could not be read; there are none then */
    public ResourceWindow(Inventory inventory, Consumer<NestedRuntimeException> failed) {
        this(inventory, failed, rows -> {});
    }

    /** @param arriving told of every page that was read, before it is shown */
    public ResourceWindow(
            Inventory inventory, Consumer<NestedRuntimeException> failed, Consumer<List<Resource>> arriving) {
        this.inventory = inventory;
        this.failed = failed;
        this.arriving = arriving;
    }

    @Override
    public Object getId(Resource resource) {
        return resource.key();
    }

    /** Shows other resources, from the first on. */
    void show(ResourceQuery otherQuery, ResourceOrder otherOrder) {
        query = otherQuery;
        order = otherOrder;
        begin(null);
    }

    /** Whether there may be resources before the window. */
    boolean moved() {
        return before != null;
    }

    /** Shows resources from the first on. */
    void toStart() {
        begin(null);
    }

    /**
     * Shows the last resources.
     *
     * @return how many they are; empty if the window begins with the first of all
     */
    Optional<Integer> toEnd() {
        return move(new Position.Last());
    }

    /**
     * Shows resources that come before those that the window shows now.
     *
     * @return how many they are; empty if the window begins with the first of all
     */
    Optional<Integer> earlier() {
        return before == null ? Optional.empty() : move(new Position.Before(before));
    }

    private Optional<Integer> move(Position position) {
        Slice slice = inventory.slice(query, order, position, Inventory.MAX_SLICE);
        List<Resource> rows = slice.resources();
        if (!slice.more() || rows.isEmpty()) {
            begin(null);
            return Optional.empty();
        }
        begin(mark(rows.getFirst()));
        return Optional.of(rows.size() - 1);
    }

    private void begin(@Nullable Resource rowBefore) {
        before = rowBefore;
        marks.clear();
        refreshAll();
    }

    @Override
    protected Stream<Resource> fetchFromBackEnd(Query<Resource, Void> wanted) {
        try {
            return fetch(wanted.getOffset(), wanted.getLimit()).stream();
        } catch (NestedRuntimeException e) {
            failed.accept(e);
            return Stream.empty();
        }
    }

    private List<Resource> fetch(int offset, int limit) {
        int first = offset / PAGE;
        List<Resource> rows = new ArrayList<>();
        boolean full = reach(first);
        for (int page = first; full && page * (long) PAGE < offset + (long) limit; page++) {
            List<Resource> read = read(page);
            rows.addAll(read);
            full = read.size() == PAGE;
        }
        int skipped = Math.min(offset - first * PAGE, rows.size());
        return rows.subList(skipped, (int) Math.min(skipped + (long) limit, rows.size()));
    }

    /** Makes the marks up to a page, and tells whether there are so many rows. */
    private boolean reach(int page) {
        while (marks.size() < page) {
            if (read(marks.size()).size() < PAGE) {
                return false;
            }
        }
        return true;
    }

    private List<Resource> read(int page) {
        @Nullable Resource mark = page == 0 ? before : marks.get(page - 1);
        Position from = mark == null ? new Position.First() : new Position.After(mark);
        List<Resource> rows = inventory.slice(query, order, from, PAGE).resources();
        arriving.accept(rows);
        remember(page, rows);
        return rows;
    }

    /** Rows come and go: marks behind one that has moved are not kept. */
    private void remember(int page, List<Resource> rows) {
        boolean full = rows.size() == PAGE;
        if (full && marks.size() > page && isSamePlace(marks.get(page), rows.getLast())) {
            return;
        }
        marks.subList(Math.min(page, marks.size()), marks.size()).clear();
        if (full) {
            marks.add(mark(rows.getLast()));
        }
    }

    private static boolean isSamePlace(Resource mark, Resource row) {
        return mark.key().equals(row.key())
                && mark.health() == row.health()
                && Objects.equals(mark.createdAt(), row.createdAt());
    }

    /** What orders look at, without the rest. */
    private static Resource mark(Resource row) {
        return new Resource(
                row.id(),
                row.key(),
                row.clusterName(),
                row.uid(),
                row.health(),
                row.status(),
                Map.of(),
                Map.of(),
                List.of(),
                row.resourceVersion(),
                row.createdAt(),
                row.freshness());
    }

    @Override
    protected int sizeInBackEnd(Query<Resource, Void> wanted) {
        throw new UnsupportedOperationException("The number of rows is not known");
    }
}
