package bad.ansflow.cluster;

/** Breaks nothing; others break rules by using it. */
public class Inventory {
    public int size() {
        return 0;
    }
}
