package io.ansflow.kubernetes.simulated.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The time of a simulated cluster, and what is going to happen in it. It stands still while nobody looks; then everything
 * happens in its order, each at its own time, so that it does not matter how often one looks.
 */
public final class Timeline {
    private final PriorityQueue<Happening> happenings =
            new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparingLong(Happening::number));
    private Instant now;
    private long count;

    private record Happening(Instant at, long number, Runnable what) {}

    public Timeline(Instant now) {
        this.now = now;
    }

    public Instant now() {
        return now;
    }

    /** Lets it happen after a while. */
    public void after(Duration delay, Runnable what) {
        happenings.add(new Happening(now.plus(delay), count++, what));
    }

    /** Lets it happen at a time; at once, in its turn, if that is over. */
    public void at(Instant moment, Runnable what) {
        happenings.add(new Happening(moment.isBefore(now) ? now : moment, count++, what));
    }

    /** Passes over a time in which nothing happened: what was to happen is put off by as much. */
    public void skipTo(Instant moment) {
        Duration absence = Duration.between(now, moment);
        List<Happening> late = List.copyOf(happenings);
        happenings.clear();
        late.forEach(one -> happenings.add(new Happening(one.at().plus(absence), one.number(), one.what())));
        now = moment;
    }

    /**
     * Goes on to a time; never back.
     *
     * @param afterwards done after everything that happened
     */
    public void advance(Instant to, Runnable afterwards) {
        while (!happenings.isEmpty() && !happenings.peek().at().isAfter(to)) {
            Happening next = happenings.remove();
            now = next.at().isAfter(now) ? next.at() : now;
            next.what().run();
            afterwards.run();
        }
        now = to.isAfter(now) ? to : now;
    }
}
