package io.ansflow.operation;

import io.ansflow.kubernetes.Answer;
import io.ansflow.kubernetes.ClusterFailure;
import io.ansflow.kubernetes.FailureCode;
import io.ansflow.kubernetes.object.Discovery;
import io.ansflow.kubernetes.object.KubeObject;
import io.ansflow.kubernetes.object.ObjectApi;
import io.ansflow.kubernetes.object.ObjectRef;
import io.ansflow.kubernetes.object.ResourceType;

/** Finds the objects that targets mean. */
public final class Targets {
    private Targets() {}

    /** Where the object is; a {@code NOT_FOUND} if no object can be called so. */
    public static Answer<ObjectRef> ref(ObjectApi api, Target target) {
        return new Discovery(api).named(target.kind()).then(type -> ref(type, target));
    }

    /** The object as it is now; a {@code CONFLICT}, reason {@code replaced}, if it is not the one that was seen. */
    public static Answer<KubeObject> get(ObjectApi api, Target target) {
        return ref(api, target).then(ref -> get(api, ref, target));
    }

    /** The same for one whose type is known. */
    public static Answer<KubeObject> get(ObjectApi api, ObjectRef ref, Target target) {
        return api.get(ref).then(object -> same(object, target) ? Answer.of(object) : replaced(ref));
    }

    /** Whether it is the object that was seen. */
    public static boolean same(KubeObject object, Target target) {
        return target.uid() == null || target.uid().equals(object.uid());
    }

    /** The failure of what is done to an object that was made anew. */
    public static <T> Answer<T> replaced(ObjectRef ref) {
        return Answer.failed(ClusterFailure.because(FailureCode.CONFLICT, "replaced", ref.toString()));
    }

    /** The target, of the object that is there now. */
    public static Target of(Target target, KubeObject object) {
        return new Target(target.cluster(), target.kind(), object.namespace(), object.name(), object.uid());
    }

    private static Answer<ObjectRef> ref(ResourceType type, Target target) {
        String namespace = target.namespace();
        boolean possible = ObjectRef.isName(target.name())
                && type.namespaced() != namespace.isEmpty()
                && (namespace.isEmpty() || ObjectRef.isName(namespace));
        return possible
                ? Answer.of(type.named(namespace, target.name()))
                : Answer.failed(ClusterFailure.of(FailureCode.NOT_FOUND, target.path()));
    }
}
