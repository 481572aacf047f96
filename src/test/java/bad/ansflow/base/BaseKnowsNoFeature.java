package bad.ansflow.base;

import bad.ansflow.cluster.Inventory;

class BaseKnowsNoFeature {
    int size(Inventory inventory) {
        return inventory.size();
    }
}
