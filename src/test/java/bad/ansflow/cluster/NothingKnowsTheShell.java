package bad.ansflow.cluster;

import bad.ansflow.shell.Frame;

class NothingKnowsTheShell {
    void open(Frame frame) {
        frame.open();
    }
}
