package polo.geo.edge.store;

import polo.common.document.PointsBucket;

/// Where fixes go: one device, one quarter of an hour, one chunk.
public record ChunkSlot(String deviceId, PointsBucket bucket) {}
