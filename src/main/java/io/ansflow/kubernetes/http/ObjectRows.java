package io.ansflow.kubernetes.http;

import io.ansflow.kubernetes.TableRow;

/**
 * What the row of an object must have. Names are limited as the API limits them (apimachinery's validation of object
 * meta); other texts may be anything.
 */
final class ObjectRows {
    private static final int LONGEST_NAMESPACE = 63;
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_ID = 64;

    private ObjectRows() {}

    /** @throws Malformed if it is not the row of an object */
    static TableRow check(TableRow row) throws Malformed {
        boolean named = isName(row.name(), LONGEST_NAME)
                && (row.namespace().isEmpty() || isName(row.namespace(), LONGEST_NAMESPACE));
        boolean versioned = isName(row.uid(), LONGEST_ID) && isName(row.resourceVersion(), LONGEST_ID);
        if (!named || !versioned) {
            throw new Malformed("a row without its object");
        }
        return row;
    }

    /** Databases do not tell apart what differs by spaces at the end, nor halves of characters. */
    private static boolean isName(String text, int longest) {
        return !text.isEmpty() && text.length() <= longest && text.equals(text.strip()) && isFit(text);
    }

    private static boolean isFit(String text) {
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            int character = text.codePointAt(at);
            if (Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE) {
                return false;
            }
        }
        return true;
    }
}
