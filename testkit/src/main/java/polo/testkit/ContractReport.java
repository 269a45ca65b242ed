package polo.testkit;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// Counts which adapters a contract kit ran on, and says so once, when all tests are done: a kit
/// that silently ran on nothing looks as green as one that ran.
public final class ContractReport implements AutoCloseable {

  private final Map<String, Integer> tests = new TreeMap<>();
  private final Map<String, String> adapters = new TreeMap<>();

  /// Notes a test of `contract` on what `adapter` describes.
  public static void ran(ExtensionContext context, String contract, String adapter) {
    String line = contract + " on " + context.getRequiredTestClass().getSimpleName();
    of(context).note(line, adapter);
  }

  /// Notes that `contract` was not run on an adapter, and why.
  public static void notRun(ExtensionContext context, String contract, String why) {
    String line = contract + " on " + context.getRequiredTestClass().getSimpleName();
    of(context).without(line, why);
  }

  private static ContractReport of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(ContractReport.class))
        .computeIfAbsent(ContractReport.class, _ -> new ContractReport(), ContractReport.class);
  }

  private synchronized void without(String line, String why) {
    adapters.put(line, why);
    tests.put(line, 0);
  }

  private synchronized void note(String line, String adapter) {
    tests.merge(line, 1, Integer::sum);
    adapters.put(line, adapter);
  }

  @Override
  public synchronized void close() {
    tests.forEach((line, count) ->
        System.out.println(
            count == 0
                ? line + ": NOT RUN, " + adapters.get(line)
                : line + ": " + count + " tests, on " + adapters.get(line)));
  }
}
