package bad.ansflow.shell;

/** Breaks nothing; others break rules by using it. */
public class Frame {
    public void open() {}
}
