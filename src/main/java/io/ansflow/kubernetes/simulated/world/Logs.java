package io.ansflow.kubernetes.simulated.world;

import io.ansflow.kubernetes.simulated.store.Tree;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a container writes into its log, second by second since it began: the same lines whenever one looks. In the style of
 * what its image is: an access log, JSON, or what Java services write.
 */
public final class Logs {
    private static final DateTimeFormatter ACCESS = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss +0000", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final List<String> PATHS = List.of(
            "/",
            "/api/orders",
            "/api/cart",
            "/api/products/4711",
            "/api/search?q=lamp",
            "/static/app.js",
            "/healthz",
            "/api/users/me",
            "/api/checkout",
            "/img/banner.webp");
    private static final List<String> WORK = List.of(
            "Order {id} accepted, {n} items",
            "Reserved stock for order {id} in {n} ms",
            "Payment of order {id} confirmed by the provider in {n} ms",
            "Cache refreshed, {n} entries",
            "Published event OrderPlaced({id}) to topic orders, partition {p}",
            "GET /api/orders/{id} 200 in {n} ms",
            "Session {id} expired, removed",
            "Fetched {n} prices from pricing-service");
    private static final List<String> WARNINGS = List.of(
            "Slow query ({n}0 ms): select * from orders where customer_id = ?",
            "Retrying call to payment-service, attempt {p}",
            "Connection pool is nearly used up: {p} of 10 free");
    private static final int WARNING = 30;
    private static final Duration MEAN_GAP = Duration.ofMillis(1700);

    /** How far back a log goes; what is older was rotated away. */
    private static final Duration KEPT = Duration.ofMinutes(40);

    private final String style;
    private final long seed;
    private final Instant start;
    private final @Nullable Instant end;
    private final boolean crashed;

    /** A line and when it was written. */
    public record Entry(Instant at, String text) {}

    private Logs(String style, long seed, Instant start, @Nullable Instant end, boolean crashed) {
        this.style = style;
        this.seed = seed;
        this.start = start;
        this.end = end;
        this.crashed = crashed;
    }

    /**
     * The log of a container of a pod.
     *
     * @param previous that of the container before its last restart
     * @return null if there is no such container, or none any more
     */
    public static @Nullable Logs of(JsonNode pod, String container, boolean previous) {
        for (String part : List.of("containerStatuses", "initContainerStatuses")) {
            for (JsonNode status : Tree.at(pod, "status", part)) {
                if (Tree.text(status, "name").equals(container)) {
                    return of(pod, status, previous);
                }
            }
        }
        return null;
    }

    private static @Nullable Logs of(JsonNode pod, JsonNode status, boolean previous) {
        JsonNode state = status.path(previous ? "lastState" : "state");
        JsonNode terminated = state.path("terminated");
        JsonNode running = state.path("running");
        long seed = (Tree.text(pod, "metadata", "uid") + Tree.text(status, "name")).hashCode() * 31L
                + Tree.number(status, 0, "restartCount")
                - (previous ? 1 : 0);
        String image = Tree.text(status, "image");
        if (running.isObject()) {
            return new Logs(image, seed, Objects.requireNonNull(Tree.time(running, "startedAt")), null, false);
        }
        JsonNode ended = terminated.isObject() ? terminated : Tree.at(status, "lastState", "terminated");
        return ended.isObject() && (terminated.isObject() || !previous)
                ? new Logs(
                        image,
                        seed,
                        Objects.requireNonNull(Tree.time(ended, "startedAt")),
                        Tree.time(ended, "finishedAt"),
                        Tree.number(ended, 0, "exitCode") != 0)
                : null;
    }

    /** Whether nothing more will be written. */
    public boolean over() {
        return end != null;
    }

    /** The lines after one moment, up to another one. */
    public List<Entry> between(Instant after, Instant until) {
        Instant last = end == null || until.isBefore(end) ? until : end;
        Instant oldest = last.minus(KEPT);
        List<Entry> lines = new ArrayList<>();
        if (start.isAfter(oldest)) {
            add(lines, start, "Starting " + name() + " …", after, last);
            add(lines, start.plusMillis(900), "Started " + name() + " in 0.9 seconds", after, last);
        }
        long minute = Math.max(start.plusSeconds(1).getEpochSecond(), oldest.getEpochSecond()) / 60;
        for (; minute * 60 <= last.getEpochSecond(); minute++) {
            SplittableRandom random = new SplittableRandom(seed * 7919 + minute);
            long offset = 0;
            while (true) {
                offset += random.nextLong(150, 2 * MEAN_GAP.toMillis());
                if (offset >= 60_000) {
                    break;
                }
                Instant at = Instant.ofEpochMilli(minute * 60_000 + offset);
                String text = line(random, at);
                if (at.isAfter(start.plusSeconds(1))) {
                    add(lines, at, text, after, last);
                }
            }
        }
        if (crashed && end != null) {
            crash(lines, end, after, until);
        }
        return lines;
    }

    private void crash(List<Entry> lines, Instant when, Instant after, Instant until) {
        for (String text : List.of(
                "Unhandled failure, giving up",
                "java.lang.IllegalStateException: Cannot reach the database at mysql:3306: Connection refused",
                "\tat com.example." + name().replace("-", "") + ".Main.connect(Main.java:48)",
                "\tat com.example." + name().replace("-", "") + ".Main.main(Main.java:21)")) {
            add(lines, when, text, after, until);
        }
    }

    private static void add(List<Entry> lines, Instant at, String text, Instant after, Instant until) {
        if (at.isAfter(after) && !at.isAfter(until)) {
            lines.add(new Entry(at, text));
        }
    }

    private String line(SplittableRandom random, Instant at) {
        if (style.contains("nginx") || style.contains("traefik") || style.contains("ingress")) {
            return access(random, at);
        }
        boolean warning = random.nextInt(WARNING) == 0;
        List<String> texts = warning ? WARNINGS : WORK;
        String text = texts.get(random.nextInt(texts.size()))
                .replace("{id}", String.valueOf(random.nextInt(100_000, 999_999)))
                .replace("{n}", String.valueOf(random.nextInt(2, 240)))
                .replace("{p}", String.valueOf(random.nextInt(1, 9)));
        return style.contains("/shop/") || style.contains("/payments/")
                ? MILLIS.format(at) + (warning ? "  WARN 1 --- [" : "  INFO 1 --- [") + name() + "] [nio-8080-exec-"
                        + random.nextInt(1, 9) + "] " + text
                : "{\"time\":\"" + MILLIS.format(at) + "\",\"level\":\"" + (warning ? "warn" : "info") + "\",\"msg\":\""
                        + text + "\"}";
    }

    private static String access(SplittableRandom random, Instant at) {
        int status = random.nextInt(40) == 0 ? 502 : random.nextInt(15) == 0 ? 404 : 200;
        return "10.20.0." + random.nextInt(11, 40) + " - - [" + ACCESS.format(at) + "] \"GET "
                + PATHS.get(random.nextInt(PATHS.size())) + " HTTP/1.1\" " + status + " " + random.nextInt(120, 48_000)
                + " \"-\" \"Mozilla/5.0\" " + random.nextInt(1, 180) / 1000.0;
    }

    private String name() {
        String name = style.substring(style.lastIndexOf('/') + 1);
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }
}
