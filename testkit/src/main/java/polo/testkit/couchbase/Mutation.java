package polo.testkit.couchbase;

import org.jspecify.annotations.Nullable;

/// The state of a document as a change left it.
///
/// @param collection as `scope.collection`
/// @param json absent when the change removed the document
/// @param cas its revision, which is also its time: the later of two changes has the larger one, on
///   whatever node it was made
/// @param sequence number of the change on the node that tells of it, from 1
@SuppressWarnings("ArrayRecordComponent") // bytes on their way; never compared, never a key
public record Mutation(
    String collection, String key, byte @Nullable [] json, long cas, long sequence) {}
