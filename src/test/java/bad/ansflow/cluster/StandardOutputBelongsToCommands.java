package bad.ansflow.cluster;

class StandardOutputBelongsToCommands {
    @SuppressWarnings("SystemOut")
    void print() {
        System.out.println();
    }
}
