package io.ansflow.kubernetes.simulated.control;

import io.ansflow.kubernetes.simulated.store.Entry;

/** Brings the world in line with what objects of a type want. Called whenever one may have to; does nothing if it need not. */
interface Controller {
    /**
     * Does what is to be done about an object.
     *
     * @param entry as it is now
     */
    void reconcile(Entry entry);
}
