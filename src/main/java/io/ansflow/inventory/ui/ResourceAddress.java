package io.ansflow.inventory.ui;

import com.vaadin.flow.router.QueryParameters;
import io.ansflow.base.ClusterId;
import io.ansflow.base.ui.Addresses;
import io.ansflow.inventory.Health;
import io.ansflow.inventory.KindId;
import io.ansflow.inventory.ResourceKey;
import io.ansflow.inventory.ResourceOrder;
import io.ansflow.inventory.ResourceOrder.By;
import io.ansflow.inventory.ResourceQuery;
import io.ansflow.inventory.ResourceQuery.Label;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the list of resources shows. Stands in the browser's address, so that it can be kept, sent to others and gone back
 * to.
 *
 * @param query which resources
 * @param order in which order
 * @param open the resource whose panel is open, or null
 * @param tab which tab of the panel is chosen; empty for the first
 */
public record ResourceAddress(
        ResourceQuery query, ResourceOrder order, @Nullable ResourceKey open, String tab) {
    public static final ResourceAddress ALL = of(ResourceQuery.ALL);

    private static final String KIND = "kind";
    private static final String CLUSTER = "cluster";
    private static final String NAMESPACE = "namespace";
    private static final String HEALTH = "health";
    private static final String LABEL = "label";
    private static final String TEXT = "q";
    private static final String ORDER = "order";
    private static final String OPEN = "open";
    private static final String TAB = "tab";

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
    private static final int PARTS_OF_A_KEY = 4;

    public static ResourceAddress of(ResourceQuery query) {
        return new ResourceAddress(query, ResourceOrder.DEFAULT, null, "");
    }

    /** Reads an address; what it does not understand, it leaves out. */
    public static ResourceAddress from(QueryParameters address) {
        ResourceQuery query = new ResourceQuery(
                values(address, KIND, ResourceAddress::kind),
                values(address, CLUSTER, ResourceAddress::cluster),
                values(address, NAMESPACE, text -> Optional.of(text).filter(name -> !name.isBlank())),
                health(address),
                address.getParameters(LABEL).stream()
                        .map(Label::parse)
                        .filter(label -> !label.key().isEmpty())
                        .toList(),
                address.getSingleParameter(TEXT).orElse("").strip());
        return new ResourceAddress(
                query,
                address.getSingleParameter(ORDER)
                        .flatMap(ResourceAddress::order)
                        .orElse(ResourceOrder.DEFAULT),
                address.getSingleParameter(OPEN).flatMap(ResourceAddress::key).orElse(null),
                address.getSingleParameter(TAB).orElse(""));
    }

    public QueryParameters toParameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, KIND, query.kinds().stream().map(KindId::value).sorted());
        put(parameters, CLUSTER, query.clusters().stream().map(ClusterId::value).sorted());
        put(parameters, NAMESPACE, query.namespaces().stream().sorted());
        put(parameters, HEALTH, query.health().stream().sorted().map(ResourceAddress::word));
        put(parameters, LABEL, query.labels().stream());
        put(parameters, TEXT, Stream.of(query.text()).filter(text -> !text.isEmpty()));
        put(
                parameters,
                ORDER,
                Stream.of(order)
                        .filter(other -> !other.equals(ResourceOrder.DEFAULT))
                        .map(other -> (other.descending() ? "-" : "") + word(other.by())));
        put(parameters, OPEN, open == null ? Stream.of() : Stream.of(text(open)));
        put(parameters, TAB, Stream.of(tab).filter(name -> open != null && !name.isEmpty()));
        return new QueryParameters(parameters);
    }

    /** A link to it within the application. */
    String href() {
        return Addresses.of(InventoryNavigation.RESOURCES, toParameters());
    }

    public ResourceAddress with(ResourceQuery other) {
        return new ResourceAddress(other, order, open, tab);
    }

    public ResourceAddress with(ResourceOrder other) {
        return new ResourceAddress(query, other, open, tab);
    }

    /** The same with the panel of this resource; its tab stays, so that resources can be compared. */
    ResourceAddress opening(ResourceKey key) {
        return new ResourceAddress(query, order, key, tab);
    }

    ResourceAddress closed() {
        return new ResourceAddress(query, order, null, "");
    }

    ResourceAddress on(String otherTab) {
        return new ResourceAddress(query, order, open, otherTab);
    }

    private static Optional<KindId> kind(String text) {
        try {
            return Optional.of(new KindId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<ClusterId> cluster(String text) {
        return Optional.of(text)
                .filter(number -> NUMBER.matcher(number).matches())
                .map(number -> new ClusterId(Long.parseLong(number)));
    }

    private static Set<Health> health(QueryParameters address) {
        List<String> given = address.getParameters(HEALTH);
        return EnumSet.allOf(Health.class).stream()
                .filter(value -> given.contains(word(value)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<ResourceOrder> order(String text) {
        boolean descending = text.startsWith("-");
        String word = descending ? text.substring(1) : text;
        return EnumSet.allOf(By.class).stream()
                .filter(by -> word(by).equals(word))
                .map(by -> new ResourceOrder(by, descending))
                .findFirst();
    }

    /** {@code pods/3/shop/web-0}; of a kind without namespaces {@code nodes/3//node-1}. */
    private static String text(ResourceKey key) {
        return String.join("/", key.kind().value(), key.cluster().toString(), key.namespace(), key.name());
    }

    private static Optional<ResourceKey> key(String text) {
        String[] parts = text.split("/", PARTS_OF_A_KEY);
        if (parts.length < PARTS_OF_A_KEY) {
            return Optional.empty();
        }
        return kind(parts[0])
                .flatMap(kind -> cluster(parts[1]).map(cluster -> new ResourceKey(cluster, kind, parts[2], parts[3])));
    }

    private static <T> Set<T> values(QueryParameters address, String name, Function<String, Optional<T>> read) {
        return address.getParameters(name).stream()
                .map(read)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, List<String>> parameters, String name, Stream<?> values) {
        List<String> texts = values.map(String::valueOf).toList();
        if (!texts.isEmpty()) {
            parameters.put(name, texts);
        }
    }
}
