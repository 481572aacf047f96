package io.ansflow.kubernetes.simulated.control;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the versions in the tags of images up and down. */
public final class Versions {
    private static final Pattern LAST_NUMBER = Pattern.compile("(.*[.:v-])(\\d{1,6})([^\\d]*)$");

    private Versions() {}

    /** The image so many versions before; the same if its tag has no number, or none before. */
    static String earlier(String image, int steps) {
        return moved(image, -steps);
    }

    /** The image of the next version. */
    public static String next(String image) {
        return moved(image, 1);
    }

    private static String moved(String image, int steps) {
        Matcher tag = LAST_NUMBER.matcher(image);
        if (!tag.matches()) {
            return image;
        }
        int number = Math.max(0, Integer.parseInt(tag.group(2)) + steps);
        return tag.group(1) + number + tag.group(3);
    }
}
