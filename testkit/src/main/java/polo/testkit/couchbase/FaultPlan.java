package polo.testkit.couchbase;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// Which operations fail, and how. Asked once for every operation on documents, by the connections'
/// own threads.
@FunctionalInterface
public interface FaultPlan {

  /// An operation that has come in.
  ///
  /// @param collection as `scope.collection`
  /// @param durability level asked for, 0 for none
  record Call(Opcode opcode, String collection, String key, int durability) {}

  Optional<Fault> faultOf(Call call);

  static FaultPlan none() {
    return Healthy.PLAN;
  }

  static FaultPlan always(Fault fault) {
    Optional<Fault> answer = Optional.of(fault);
    return _ -> answer;
  }

  /// The first `times` of the calls that are `meant` fail.
  static FaultPlan times(int times, Predicate<Call> meant, Fault fault) {
    AtomicInteger left = new AtomicInteger(times);
    return call ->
        meant.test(call) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0
            ? Optional.of(fault)
            : Optional.empty();
  }

  /// A share of all calls fails, each in one of these ways, by the seed and the order of calls.
  static FaultPlan random(long seed, double share, List<Fault> faults) {
    Random random = new Random(seed);
    return _ -> {
      synchronized (random) {
        return random.nextDouble() < share
            ? Optional.of(faults.get(random.nextInt(faults.size())))
            : Optional.empty();
      }
    };
  }

  /// The plan of a healthy node, known by identity so that it costs nothing.
  enum Healthy implements FaultPlan {
    PLAN;

    @Override
    public Optional<Fault> faultOf(Call call) {
      return Optional.empty();
    }
  }
}
