package io.ansflow.kubernetes.object;

import io.ansflow.kubernetes.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be asked of the objects of one cluster, and done to them. Every call is bounded in time and bytes, may block
 * its thread, and answers failures as values. An interrupt ends the call at once by a
 * {@link java.util.concurrent.CancellationException}, and the thread stays interrupted. Not shared between threads;
 * closed after use. Changes are made in the name of the field manager {@value #FIELD_MANAGER}.
 */
public interface ObjectApi extends AutoCloseable {
    String FIELD_MANAGER = "ansflow";

    /** The versions in which the server serves a group, its preferred one first; none if it does not know the group. */
    Answer<List<String>> versions(String group);

    /** The types of a group and version, without subresources; none if the server does not serve it. Asked once a connection. */
    Answer<List<ResourceType>> types(String group, String version);

    /** The object, without the values of a Secret. */
    Answer<KubeObject> get(ObjectRef ref);

    /** The object, with the values if it is a Secret. */
    Answer<KubeObject> reveal(ObjectRef ref);

    /** Objects of one type, without the values of Secrets. */
    Answer<ObjectList> list(ListRequest request);

    /** Creates an object; {@code ref} without regard to its name where the object has a {@code generateName}. */
    Answer<KubeObject> create(ObjectRef ref, ObjectNode object, WriteMode mode);

    /**
     * Server-side apply.
     *
     * @param object only the fields that we want to decide about
     * @param takeOver fields that others decided about become ours; otherwise they are a {@code CONFLICT}, reason {@code owner}
     */
    Answer<KubeObject> apply(ObjectRef ref, ObjectNode object, boolean takeOver, WriteMode mode);

    /** Replaces the object; refused if its {@code metadata.resourceVersion} is not the object's. */
    Answer<KubeObject> replace(ObjectRef ref, ObjectNode object, WriteMode mode);

    /** Patches; a {@code metadata.uid} or {@code metadata.resourceVersion} in the patch must be the object's. */
    Answer<KubeObject> patch(ObjectRef ref, PatchType type, ObjectNode patch, WriteMode mode);

    /** Deletes; the object as it is now if it does not go at once, empty if it is gone. */
    Answer<Optional<KubeObject>> delete(ObjectRef ref, DeleteRequest request);

    /** The subresource {@code scale} ({@code autoscaling/v1}). */
    Answer<KubeObject> scale(ObjectRef ref);

    /** Replaces the subresource {@code scale}; refused if its resourceVersion is not the object's. */
    Answer<KubeObject> replaceScale(ObjectRef ref, ObjectNode scale, WriteMode mode);

    /** Whether our credential may do something. */
    Answer<AccessAnswer> may(AccessQuestion question);

    /**
     * Reads a log line by line, without the line ends. Lines that are too long come in pieces.
     *
     * @param lines takes each line as it comes, on another thread than the caller's, one at a time
     */
    Answer<LogEnd> logs(LogRequest request, Consumer<String> lines);

    @Override
    void close();
}
