package polo.common.edge.store.couchbase;

import com.couchbase.client.java.codec.JsonSerializer;
import com.couchbase.client.java.codec.TypeRef;

/// Members come as JSON already: our own mapper has written them, and nobody writes them again.
enum RawSerializer implements JsonSerializer {
  INSTANCE;

  @Override
  public byte[] serialize(Object json) {
    return (byte[]) json;
  }

  @Override
  public <T> T deserialize(Class<T> type, byte[] json) {
    throw new UnsupportedOperationException("documents are read whole");
  }

  @Override
  public <T> T deserialize(TypeRef<T> type, byte[] json) {
    throw new UnsupportedOperationException("documents are read whole");
  }
}
