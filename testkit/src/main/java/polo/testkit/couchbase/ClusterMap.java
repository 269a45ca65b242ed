package polo.testkit.couchbase;

import polo.common.edge.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What clients are told of the cluster: one node, which has all partitions.
record ClusterMap(BucketSettings bucket, String host, int kvPort, int managementPort) {

  private static final String[] CAPABILITIES = {
    "collections",
    "durableWrite",
    "tombstonedUserXAttrs",
    "couchapi",
    "cbhello",
    "touch",
    "cccp",
    "nodesExt",
    "xattr"
  };

  /// The map without a bucket, or with the bucket's partitions.
  String json(boolean withBucket) {
    ObjectNode map = Json.mapper().createObjectNode();
    map.put("rev", 10).put("revEpoch", 1);
    ObjectNode node = map.putArray("nodesExt").addObject();
    node.put("thisNode", true).put("hostname", host);
    node.putObject("services")
        .put("kv", kvPort)
        .put("mgmt", managementPort)
        .put("n1ql", managementPort);
    map.put("clusterCapabilitiesVer", 1).putObject("clusterCapabilities");
    if (withBucket) {
      addBucket(map);
    }
    return map.toString();
  }

  private void addBucket(ObjectNode map) {
    map.put("name", bucket.name())
        .put("uuid", "f00d")
        .put("nodeLocator", "vbucket")
        .put("bucketType", "membase");
    map.putArray("nodes")
        .addObject()
        .put("hostname", host + ":" + managementPort)
        .putObject("ports")
        .put("direct", kvPort);
    ArrayNode capabilities = map.putArray("bucketCapabilities");
    for (String capability : CAPABILITIES) {
      capabilities.add(capability);
    }
    if (bucket.rangeScan()) {
      capabilities.add("rangeScan");
    }
    ObjectNode partitions = map.putObject("vBucketServerMap");
    partitions.put("hashAlgorithm", "CRC").put("numReplicas", 0);
    partitions.putArray("serverList").add(host + ":" + kvPort);
    ArrayNode owners = partitions.putArray("vBucketMap");
    for (int i = 0; i < bucket.partitions(); i++) {
      owners.addArray().add(0);
    }
  }
}
