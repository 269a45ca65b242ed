package polo.common.edge.store;

/// A store's own mark of a document's state. Equal revisions mean equal state; there is no order.
public record Revision(long value) {}
