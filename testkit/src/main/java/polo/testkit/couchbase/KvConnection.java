package polo.testkit.couchbase;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One client's connection: reads what has come, answers all of it, and sends the answers together,
/// so that a client with many requests under way costs few system calls.
final class KvConnection implements Runnable {

  private static final int BUFFER = 256 * 1024;

  private final Node node;
  private final SocketChannel channel;
  private final Session session;
  private final KvOperations operations;
  private ByteBuffer in = ByteBuffer.allocate(BUFFER);
  private ByteBuffer out = ByteBuffer.allocate(BUFFER); // guarded by this

  KvConnection(Node node, SocketChannel channel) {
    this.node = node;
    this.channel = channel;
    this.session = new Session(node);
    this.operations = new KvOperations(node.vault());
  }

  @Override
  public void run() {
    try (channel) {
      while (channel.read(in) >= 0 && answerAll()) {
        flush();
      }
    } catch (IOException e) {
      // The client is gone, or the node was stopped: either way there is nobody to answer.
    }
  }

  /// Answers every frame that is there in full; false when the connection is to be cut.
  private boolean answerAll() throws IOException {
    int at = 0;
    int end = in.position();
    boolean goOn = true;
    while (goOn && end - at >= KvRequest.HEADER && end - at >= KvRequest.length(in, at)) {
      KvRequest request = KvRequest.read(in, at, session.hasCollections());
      goOn = answer(request);
      at += KvRequest.length(in, at);
    }
    keepRest(at, end);
    return goOn;
  }

  private void keepRest(int at, int end) {
    int needed = end - at >= KvRequest.HEADER ? KvRequest.length(in, at) : KvRequest.HEADER;
    ByteBuffer rest = in.duplicate().position(at).limit(end);
    if (needed > in.capacity()) {
      in = ByteBuffer.allocate(needed);
      in.put(rest);
    } else {
      in.position(at).limit(end);
      in.compact();
    }
  }

  private boolean answer(KvRequest request) throws IOException {
    @Nullable Opcode opcode = request.opcode();
    if (opcode == null) {
      write(request, KvAnswer.of(Status.UNKNOWN_COMMAND));
      return true;
    }
    Optional<Fault> fault = fault(request, opcode);
    if (fault.isEmpty()) {
      write(request, operate(request, opcode));
      return true;
    }
    return suffer(request, opcode, fault.get());
  }

  private Optional<Fault> fault(KvRequest request, Opcode opcode) {
    FaultPlan plan = node.faults().get();
    if (plan instanceof FaultPlan.Healthy || !opcode.isKeyed()) {
      return Optional.empty();
    }
    @Nullable String collection = node.manifest().name(request.collection());
    return plan.faultOf(
        new FaultPlan.Call(
            opcode, collection == null ? "" : collection, request.key(), request.durability()));
  }

  private boolean suffer(KvRequest request, Opcode opcode, Fault fault) throws IOException {
    switch (fault) {
      case Fault.Drop(var applied) -> applyIf(applied, request, opcode);
      case Fault.Cut(var applied) -> {
        applyIf(applied, request, opcode);
        return false;
      }
      case Fault.Refuse(var status) -> write(request, KvAnswer.of(status));
      case Fault.Ambiguous(var applied) -> {
        applyIf(applied, request, opcode);
        write(request, KvAnswer.of(Status.SYNC_WRITE_AMBIGUOUS));
      }
      case Fault.Slow(var delay) -> {
        KvAnswer answer = operate(request, opcode);
        CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS)
            .execute(() -> sendLate(request, answer));
      }
    }
    return true;
  }

  private void applyIf(boolean applied, KvRequest request, Opcode opcode) {
    if (applied) {
      operate(request, opcode);
    }
  }

  private KvAnswer operate(KvRequest request, Opcode opcode) {
    boolean knownCollection =
        !opcode.isKeyed() || node.manifest().name(request.collection()) != null;
    if (!knownCollection) {
      return KvAnswer.of(Status.UNKNOWN_COLLECTION);
    }
    return switch (opcode) {
      case GET -> operations.get(request);
      case SET -> operations.set(request);
      case ADD -> operations.add(request);
      case REPLACE -> operations.replace(request);
      case DELETE -> operations.delete(request);
      case TOUCH -> operations.touch(request);
      case LOOKUP_IN -> operations.lookupIn(request);
      case MUTATE_IN -> operations.mutateIn(request);
      case SCAN_CREATE -> node.scans().create(request);
      case SCAN_CONTINUE -> node.scans().goOn(request);
      case SCAN_CANCEL -> node.scans().cancel(request);
      case NOOP -> KvAnswer.of(Status.SUCCESS);
      case HELLO -> session.hello(request);
      case SASL_LIST -> KvAnswer.ok("SCRAM-SHA512 SCRAM-SHA256 PLAIN");
      case SASL_AUTH -> session.authenticate(request);
      case SASL_STEP -> session.goOnAuthenticating(request);
      case SELECT_BUCKET -> session.selectBucket(request);
      case GET_CONFIG -> KvAnswer.ok(node.map().get().json(session.isReady()));
      case GET_MANIFEST -> KvAnswer.ok(node.manifest().json());
      case GET_COLLECTION_ID -> session.collectionId(request);
      case ERROR_MAP -> KvAnswer.ok("{\"version\":2,\"revision\":1,\"errors\":{}}");
    };
  }

  private synchronized void write(KvRequest request, KvAnswer answer) throws IOException {
    if (out.remaining() < answer.length()) {
      flush();
    }
    if (out.remaining() < answer.length()) {
      out = ByteBuffer.allocate(answer.length());
    }
    answer.write(request, out);
  }

  private synchronized void flush() throws IOException {
    out.flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
    out.clear();
  }

  private void sendLate(KvRequest request, KvAnswer answer) {
    try {
      write(request, answer);
      flush();
    } catch (IOException e) {
      // The client did not wait that long.
    }
  }
}
