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
    context
        .getRoot()
        .getStore(Namespace.create(ContractReport.class))
        .computeIfAbsent(ContractReport.class, _ -> new ContractReport(), ContractReport.class)
        .note(line, adapter);
  }

  private synchronized void note(String line, String adapter) {
    tests.merge(line, 1, Integer::sum);
    adapters.put(line, adapter);
  }

  @Override
  public synchronized void close() {
    tests.forEach((line, count) ->
        System.out.println(line + ": " + count + " tests, on " + adapters.get(line)));
  }
}
