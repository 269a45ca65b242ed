package polo.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Certificates made for a test, each signed by itself: `broker` and `client`, as PKCS #12 with the
/// key and as PEM without.
final class Certificates {

  static final String PASSWORD = "changed-it";

  private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");

  private Certificates() {}

  static void make(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    for (String name : List.of("broker", "client")) {
      keytool(
          folder,
          name,
          List.of(
              "-genkeypair",
              "-keyalg",
              "EC",
              "-dname",
              "CN=" + name,
              "-ext",
              "san=dns:localhost,ip:127.0.0.1",
              "-validity",
              "2"));
      keytool(folder, name, List.of("-exportcert", "-rfc", "-file", name + ".pem"));
    }
  }

  private static void keytool(Path folder, String name, List<String> arguments)
      throws IOException, InterruptedException {
    ProcessBuilder keytool =
        new ProcessBuilder(KEYTOOL.toString()).directory(folder.toFile()).inheritIO();
    keytool.command().addAll(arguments);
    keytool
        .command()
        .addAll(
            List.of(
                "-alias",
                name,
                "-storetype",
                "PKCS12",
                "-keystore",
                name + ".p12",
                "-storepass",
                PASSWORD));
    if (keytool.start().waitFor() != 0) {
      throw new IOException("keytool failed to make the certificate of " + name);
    }
  }
}
