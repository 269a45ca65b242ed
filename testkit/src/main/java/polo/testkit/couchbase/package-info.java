/// A double of a Couchbase node that speaks its wire protocol, for tests with the real client: one
/// node, in memory, with faults that strike exactly where they are told to.
///
/// It proves our use of the client, our keys, compare-and-set and what we do about errors. It
/// proves nothing about replication, indexes, disks or the time a real cluster takes.
@NullMarked
package polo.testkit.couchbase;

import org.jspecify.annotations.NullMarked;
